package dev.backstep.ui;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.session.State;
import dev.backstep.ui.glossary.SpokenWords;
import dev.backstep.ui.glossary.TermAsked;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/// The menu of all commands, each beside its key. What makes the keys work is [CommandKeys].
final class MenuOf {

    private static final KeyCombination EXPLAINS = KeyCombination.valueOf("Shift+F1");

    private MenuOf() {}

    /// @param groups the commands of each submenu, by the key of its name
    /// @param glossary shows all terms, where what is asked about says none
    static MenuButton commands(
            List<Commands.MenuGroup> groups, Supplier<State> state, Runnable glossary) {
        MenuButton button = new MenuButton("", Icons.of(Feather.MENU));
        button.getStyleClass().addAll("ghost", "icon-only");
        button.setAccessibleText(Texts.of("menu"));
        Tips.text(button, "menu");
        for (Commands.MenuGroup group : groups) {
            Menu menu = new Menu(Texts.of(group.text()));
            group.commands().forEach(c -> menu.getItems().add(item(c, state)));
            menu.setOnShowing(
                    _ -> {
                        for (int i = 0; i < group.commands().size(); i++) {
                            show(menu.getItems().get(i), group.commands().get(i), state.get());
                        }
                    });
            button.getItems().add(menu);
        }
        EventHandler<KeyEvent> explains =
                e -> {
                    if (EXPLAINS.match(e)) {
                        explain(button, glossary);
                        e.consume();
                    }
                };
        button.setOnShown(
                _ -> {
                    ContextMenu shown = button.getItems().getFirst().getParentPopup();
                    shown.removeEventFilter(KeyEvent.KEY_PRESSED, explains);
                    shown.addEventFilter(KeyEvent.KEY_PRESSED, explains);
                });
        return button;
    }

    /// Explains the terms of the item that is chosen in the open menu, below the button.
    private static void explain(MenuButton button, Runnable glossary) {
        List<GlossaryTerm> terms =
                chosen(button.getItems())
                        .map(item -> SpokenWords.in(item.getText()))
                        .orElse(List.of());
        button.hide();
        if (terms.isEmpty()) {
            glossary.run();
        } else {
            button.fireEvent(new TermAsked(terms, button));
        }
    }

    /// In an open submenu rather than the submenu itself.
    private static Optional<MenuItem> chosen(List<MenuItem> items) {
        return items.stream()
                .flatMap(
                        item ->
                                item instanceof Menu menu && menu.isShowing()
                                        ? chosen(menu.getItems()).stream()
                                        : Stream.<MenuItem>empty())
                .findFirst()
                .or(() -> items.stream().filter(MenuOf::isChosen).findFirst());
    }

    private static boolean isChosen(MenuItem item) {
        Node shown = item.getStyleableNode();
        return shown != null && shown.isFocused();
    }

    private static void show(MenuItem item, Command command, State now) {
        item.setDisable(!command.possible().test(now));
        if (item instanceof RadioMenuItem choice) {
            choice.setSelected(command.chosen().filter(c -> c.test(now)).isPresent());
        }
    }

    private static MenuItem item(Command command, Supplier<State> state) {
        MenuItem item =
                command.chosen().isPresent()
                        ? new RadioMenuItem(command.name())
                        : new MenuItem(command.name());
        command.keys().ifPresent(k -> item.setAccelerator(k.shown()));
        item.setOnAction(
                _ -> {
                    if (command.possible().test(state.get())) {
                        command.run().run();
                    }
                });
        return item;
    }
}
