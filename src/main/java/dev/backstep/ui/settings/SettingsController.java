package dev.backstep.ui.settings;

import dev.backstep.notation.Numbers;
import dev.backstep.session.Action;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.Panels;
import dev.backstep.session.Preferences;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.util.StringConverter;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// The controls of `settings.fxml`: each shows a preference, and changes it at once.
@NullUnmarked // the fields are filled by the loader of the file
final class SettingsController {

    private static final double SHOWN = Math.PI * 1000;

    private final Consumer<Action> dispatch;
    private final Supplier<State> state;

    /// Whether the controls are being set to what is so already.
    private boolean showing;

    @FXML private ComboBox<LanguageChoice> language;
    @FXML private ComboBox<ThemeChoice> theme;
    @FXML private Slider textSize;
    @FXML private Label percent;
    @FXML private Spinner<Integer> digits;
    @FXML private Label example;
    @FXML private CheckBox motion;
    @FXML private CheckBox literals;
    @FXML private Label files;
    @FXML private Button forgetFiles;
    @FXML private Button sides;
    @FXML private Button usual;

    SettingsController(Consumer<Action> dispatch, Supplier<State> state) {
        this.dispatch = dispatch;
        this.state = state;
    }

    @FXML
    private void initialize() {
        language.getItems().setAll(LanguageChoice.values());
        language.setConverter(names("settings.language."));
        theme.getItems().setAll(ThemeChoice.values());
        theme.setConverter(names("settings.theme."));
        digits.setValueFactory(new IntegerSpinnerValueFactory(1, 17));
        textSize.setMin(Preferences.SMALLEST);
        textSize.setMax(Preferences.LARGEST);
        textSize.setMajorTickUnit(Preferences.TEXT_STEP);
        textSize.setBlockIncrement(Preferences.TEXT_STEP);
        follow(language.valueProperty(), Preferences::withLanguage);
        follow(theme.valueProperty(), Preferences::withTheme);
        follow(digits.valueProperty(), Preferences::withDigits);
        follow(motion.selectedProperty(), Preferences::withMotion);
        follow(literals.selectedProperty(), Preferences::withLiterals);
        textSize.valueProperty()
                .addListener(
                        (_, _, now) -> {
                            double size = Preferences.stepped(now.doubleValue());
                            change(p -> p.withTextSize(size));
                        });
        forgetFiles.setOnAction(_ -> dispatch.accept(new Action.ForgetFiles()));
        sides.setOnAction(_ -> dispatch.accept(new Action.Resize(Panels.START)));
        usual.setOnAction(_ -> change(_ -> Preferences.START));
    }

    void show(State now) {
        Preferences p = now.view().preferences();
        showing = true;
        language.setValue(p.language());
        theme.setValue(p.theme());
        textSize.setValue(p.textSize());
        digits.getValueFactory().setValue(p.digits());
        motion.setSelected(p.motion());
        literals.setSelected(p.literals());
        showing = false;
        percent.setText(Math.round(p.textSize() * 100) + " %");
        example.setText(new Numbers(p.digits()).plain(SHOWN));
        int recent = now.desk().recent().size();
        files.setText(Texts.of(Message.of("settings.files").with("files", recent)));
        forgetFiles.setDisable(recent == 0 && now.desk().folders().isEmpty());
        usual.setDisable(p.equals(Preferences.START));
    }

    private <T> void follow(ObservableValue<T> control, Setter<T> change) {
        control.addListener((_, _, now) -> change(p -> now == null ? p : change.of(p, now)));
    }

    private void change(UnaryOperator<Preferences> change) {
        if (!showing) {
            Preferences now = state.get().view().preferences();
            dispatch.accept(new Action.Prefer(change.apply(now)));
        }
    }

    private static <E extends Enum<E>> StringConverter<E> names(String prefix) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable E choice) {
                return choice == null
                        ? ""
                        : Texts.of(prefix + choice.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public E fromString(String text) {
                throw new UnsupportedOperationException("a choice is not typed");
            }
        };
    }

    /// Puts a value into the preferences.
    private interface Setter<T> {
        Preferences of(Preferences before, T value);
    }
}
