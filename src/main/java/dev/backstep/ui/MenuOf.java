package dev.backstep.ui;

import dev.backstep.session.State;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.kordamp.ikonli.feather.Feather;

/// The menu of all commands, each beside its key. What makes the keys work is [CommandKeys].
final class MenuOf {

    private MenuOf() {}

    /// @param groups the commands of each submenu, by the key of its name
    static MenuButton commands(List<Commands.MenuGroup> groups, Supplier<State> state) {
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
        return button;
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
