package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.Mode;
import dev.backstep.session.ThemeChoice;
import dev.backstep.ui.calculus.Topic;
import dev.backstep.ui.glossary.TermAsked;
import dev.backstep.ui.glossary.TermCard;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Terms are explained where they stand, with an example that opens.
class GlossaryWindowTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private Optional<Parent> card() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Popup && w.isShowing())
                .map(w -> w.getScene().getRoot())
                .filter(root -> root.lookup(".term-card") != null)
                .findFirst();
    }

    private List<String> told() throws Exception {
        return at.on(() -> WindowHarness.texts(card().orElseThrow()));
    }

    private void click(Node node) throws Exception {
        Bounds where = at.on(() -> node.localToScreen(node.getLayoutBounds()));
        at.robot.clickOn(new Point2D(where.getCenterX(), where.getCenterY()));
        at.pulse();
    }

    /// A word of the sentence below the graph.
    private Node word(String words) {
        return WindowHarness.below(at.one(".sentence"))
                .filter(n -> n instanceof Text t && t.isVisible() && t.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private void toBackward() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Go(6));
        at.pulse();
    }

    @Test
    void a_word_of_the_sentence_is_explained_and_its_example_opens() throws Exception {
        toBackward();
        click(word("upstream"));
        List<String> told = told();
        assertTrue(told.contains("upstream gradient"), told::toString);
        assertTrue(
                told.stream().anyMatch(t -> t.contains("arrives at the output")), told::toString);
        click(at.on(() -> card().orElseThrow().lookup(".button")));
        assertEquals(Optional.empty(), at.on(this::card));
        assertEquals(GlossaryTerm.UPSTREAM.example(), at.state().document().text());
        at.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(WindowHarness.SAMPLE, at.state().document().text());
    }

    @Test
    void escape_closes_the_card_and_changes_nothing() throws Exception {
        toBackward();
        click(word("upstream"));
        assertTrue(at.on(this::card).isPresent());
        at.robot.push(KeyCode.ESCAPE);
        at.pulse();
        assertEquals(Optional.empty(), at.on(this::card));
        assertEquals(WindowHarness.SAMPLE, at.state().document().text());
        assertEquals(6, at.step());
    }

    @Test
    void a_heading_of_the_inspector_is_explained() throws Exception {
        toBackward();
        Node heading =
                at.all(n -> n instanceof Label l && l.getText().equals("DOWNSTREAM"))
                        .findFirst()
                        .orElseThrow();
        click(heading);
        assertTrue(told().contains("downstream gradient"));
    }

    /// The card outlives what it explains: labels are made anew while something plays.
    @Test
    void a_card_goes_on_when_its_word_has_left_the_window() throws Exception {
        toBackward();
        Label word = new Label("upstream of the Jacobian");
        at.on(
                () -> {
                    Pane beside = (Pane) at.one(".sentence").getParent();
                    beside.getChildren().add(word);
                    beside.layout();
                    List<GlossaryTerm> both = List.of(GlossaryTerm.UPSTREAM, GlossaryTerm.JACOBIAN);
                    word.fireEvent(new TermAsked(both, word));
                    return beside.getChildren().remove(word);
                });
        at.on(
                () -> {
                    Hyperlink other = (Hyperlink) card().orElseThrow().lookup(".hyperlink");
                    other.fire();
                    return true;
                });
        assertEquals("Jacobian", told().getFirst());
        Parent card = (Parent) at.on(() -> card().orElseThrow().lookup(".term-card"));
        assertFalse(card.getStylesheets().isEmpty());
    }

    @Test
    void a_word_outside_the_window_shows_no_card() throws Exception {
        at.open(WindowHarness.SAMPLE);
        TermAsked asked = new TermAsked(List.of(GlossaryTerm.UPSTREAM), new Label("upstream"));
        at.on(
                () -> {
                    new TermCard(() -> Theme.LIGHT, _ -> {}, () -> {}).show(asked);
                    return true;
                });
        assertEquals(Optional.empty(), at.on(this::card));
    }

    /// On the sheets of mathematics as everywhere.
    @Test
    void a_word_of_the_mathematics_is_explained() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.on(
                () -> {
                    at.window().explore().openSheet(Topic.MODES);
                    return true;
                });
        at.pulse();
        click(
                WindowHarness.below(at.one(".calculus-sheet"))
                        .filter(n -> n instanceof Text t && t.getText().equals("upstream"))
                        .findFirst()
                        .orElseThrow());
        assertEquals("upstream gradient", told().getFirst());
    }

    @Test
    void in_chinese_the_card_is_chinese() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.prefer(p -> p.withLanguage(LanguageChoice.CHINESE));
        at.pulse();
        at.dispatch(new Action.Go(6));
        at.pulse();
        click(word("上游梯度"));
        assertTrue(told().contains("打开示例"), told()::toString);
    }

    @Test
    void the_words_around_a_term_let_gestures_through_to_the_graph() throws Exception {
        toBackward();
        assertFalse(word("upstream").isMouseTransparent());
        assertTrue(word("c turns its ").isMouseTransparent());
        assertFalse(at.one(".sentence").isPickOnBounds());
        assertTrue(at.one(".sentence-back").isMouseTransparent());
    }

    @Test
    void help_has_all_terms_and_each_opens_its_card() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.push(KeyCode.SHIFT, KeyCode.F1);
        at.pulse();
        List<String> rows = at.on(() -> WindowHarness.texts(at.one(".reference")));
        assertTrue(rows.contains("Jacobian"), rows::toString);
        assertTrue(rows.contains("mini-batch"), rows::toString);
        assertFalse(rows.contains("softplus(x)"), rows::toString);
        click(
                at.all(n -> n instanceof Label l && l.getText().equals("adjoint"))
                        .findFirst()
                        .orElseThrow());
        assertTrue(told().contains("adjoint"));
    }

    @Test
    void an_example_without_training_opens_where_its_graph_is_seen() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.on(
                () -> {
                    at.window().files().openExample(GlossaryTerm.JACOBIAN);
                    return true;
                });
        assertEquals(Mode.EXPLORE, at.state().view().mode());
        assertEquals(GlossaryTerm.JACOBIAN.example(), at.state().document().text());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void pictures_of_a_card(ThemeChoice colours) throws Exception {
        toBackward();
        at.prefer(p -> p.withTheme(colours));
        Shots shots = new Shots(at);
        shots.in(colours);
        click(word("upstream"));
        shots.take("term-card", card().orElseThrow().getScene());
        at.robot.push(KeyCode.ESCAPE);
        at.robot.push(KeyCode.SHIFT, KeyCode.F1);
        shots.take("glossary");
    }
}
