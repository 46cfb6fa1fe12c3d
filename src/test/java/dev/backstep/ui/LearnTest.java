package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.LessonMove;
import dev.backstep.session.LessonProgress.Outcome;
import dev.backstep.session.LessonSource;
import dev.backstep.session.Mode;
import dev.backstep.session.OpenLesson;
import dev.backstep.session.Panels;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.train.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Learning with the window.
class LearnTest {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.toRealPath().resolve("lesson.md");
        Files.writeString(file, FourStops.LESSON);
    }

    private void open() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.on(
                () -> {
                    at.window().files().open(file);
                    return true;
                });
        at.await(() -> at.state().lesson().filter(l -> l.current().isPresent()).isPresent());
        at.pulse();
    }

    private OpenLesson lesson() {
        return at.state().lesson().orElseThrow();
    }

    private List<String> words() {
        return WindowHarness.texts(at.one(".learn"));
    }

    private Text code(String text) {
        return (Text)
                at.one(".learn").lookupAll(".lesson-code").stream()
                        .filter(n -> ((Text) n).getText().equals(text))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void a_lesson_opens_like_a_file_and_is_read_beside_its_program() throws Exception {
        open();
        assertEquals(Mode.LEARN, at.state().view().mode());
        assertEquals(5, at.step());
        assertTrue(at.isShown(".graph"));
        assertFalse(at.isShown(".editor"), "the lesson takes the place of the program");
        assertTrue(words().contains("Stop 1 of 4"), words().toString());
        assertTrue(words().contains("a = x^2"), "formulas are typeset");
        assertEquals("Two stops – Backstep", at.on(() -> at.stage().getTitle()));
        Node displayed = at.one(".lesson-displayed");
        assertTrue(displayed.getBoundsInLocal().getWidth() > 250, "set in the middle");
        FormulaView inline = (FormulaView) at.one(".lesson-text .lesson-formula");
        assertTrue(inline.getBaselineOffset() < inline.getHeight() + 0.01);
    }

    @Test
    void keys_go_from_stop_to_stop_and_the_strip_shows_where_one_was() throws Exception {
        open();
        Pane strip = (Pane) at.one(".lesson .strip");
        Region bar = (Region) ((Pane) strip.getChildren().getFirst()).getChildren().getFirst();
        assertTrue(bar.getWidth() > 20 && bar.getHeight() >= 3);
        ScrollPane text = (ScrollPane) at.one(".lesson .scroll-pane");
        at.on(
                () -> {
                    text.setVvalue(1);
                    return true;
                });
        at.robot.push(KeyCode.PAGE_DOWN);
        at.pulse();
        assertEquals(1, lesson().stop());
        assertEquals(0, at.on(text::getVvalue), "each stop begins at its top");
        assertEquals("u = 3\nL = u^2\n", at.state().document().text());
        assertEquals(at.state().steps() - 1, at.step());
        assertTrue(words().contains("Stop 2 of 4"));
        at.robot.push(KeyCode.PAGE_UP);
        at.pulse();
        assertEquals(0, lesson().stop());
        at.robot.push(KeyCode.RIGHT);
        assertEquals(6, at.step(), "the arrows step as before");
        at.robot.clickOn(strip.getChildren().get(1));
        assertEquals(1, lesson().stop());
    }

    @Test
    void a_name_under_the_pointer_lights_its_card_and_the_other_way_round() throws Exception {
        open();
        at.robot.moveTo(code("x"));
        at.pulse();
        assertEquals(1, at.graph().lookupAll(".lit-card").size());
        at.robot.moveTo(code("elsewhere"));
        at.pulse();
        assertEquals(0, at.graph().lookupAll(".lit-card").size());
        Node formula =
                at.one(".learn").lookupAll(".lesson-formula").stream()
                        .filter(n -> "a = x^2".equals(n.getAccessibleText()))
                        .findFirst()
                        .orElseThrow();
        at.robot.moveTo(formula);
        at.pulse();
        assertEquals(2, at.graph().lookupAll(".lit-card").size(), "a and x");
        at.robot.moveTo(at.card("x"));
        at.pulse();
        assertTrue(code("x").getPseudoClassStates().contains(LIT));
        assertTrue(formula.getPseudoClassStates().contains(LIT));
        assertFalse(code("elsewhere").getPseudoClassStates().contains(LIT));
    }

    @Test
    void one_edits_freely_and_comes_back() throws Exception {
        open();
        assertFalse(at.isShown(".lesson-edited"));
        at.dispatch(new Action.SetLeaf(at.node("x"), 0, 3));
        assertTrue(at.isShown(".lesson-edited"));
        at.robot.clickOn(
                at.all(n -> n instanceof ToggleButton b && "Program".equals(b.getText()))
                        .findFirst()
                        .orElseThrow());
        at.pulse();
        assertTrue(at.isShown(".editor"));
        assertTrue(at.editor().getText().startsWith("x = 3"));
        at.robot.push(KeyCode.SHORTCUT, KeyCode.R);
        at.pulse();
        assertTrue(at.state().document().text().startsWith("x = 1"));
        assertEquals(5, at.step());
        assertFalse(at.isShown(".lesson-edited"));
    }

    @Test
    void a_moment_of_a_training_is_opened_in_the_graph_and_in_the_training() throws Exception {
        open();
        at.robot.push(KeyCode.PAGE_DOWN).push(KeyCode.PAGE_DOWN);
        at.await(() -> !lesson().arriving() && lesson().stop() == 2);
        assertEquals(3, at.state().batch().orElseThrow().epoch(), "after two epochs the third");
        assertEquals(1, at.state().batch().orElseThrow().number());
        assertEquals(Mode.LEARN, at.state().view().mode());
        at.robot.push(KeyCode.PAGE_DOWN);
        at.await(() -> !lesson().arriving() && lesson().stop() == 3);
        assertEquals(Mode.LEARN_TRAINING, at.state().view().mode());
        assertTrue(at.isShown(".learn"));
        // 16 of 20 samples are trained on, 4 batches an epoch: after 1:2 six batches are done
        at.await(
                () ->
                        Seen.frame(at.window().training())
                                .filter(f -> f.snapshot().steps() == 6)
                                .isPresent());
    }

    @Test
    void a_lesson_saved_in_another_editor_is_read_again_and_keeps_the_stop() throws Exception {
        open();
        at.robot.push(KeyCode.PAGE_DOWN);
        at.pulse();
        Files.writeString(file, FourStops.LESSON.replace("Another program.", "Edited elsewhere."));
        at.await(() -> lesson().text().contains("Edited elsewhere."));
        assertEquals(1, lesson().stop());
        Files.writeString(file, FourStops.LESSON.replace("step=last", "step=lost"));
        at.await(() -> at.isShown(".lesson-problems"));
        assertTrue(
                words().stream().anyMatch(w -> w.startsWith("lesson.md:23:13: unknown step lost")),
                words().toString());
        Files.writeString(file, FourStops.LESSON);
        at.await(() -> !at.isShown(".lesson-problems"));
    }

    @Test
    void the_list_of_lessons_leads_to_each_and_says_how_far_one_came() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Switch(Mode.LEARN));
        at.await(
                () ->
                        at.one(".learn").lookupAll(".lesson-card").size()
                                == SampleLesson.all().size());
        Node first =
                at.one(".learn").lookupAll(".lesson-card").stream()
                        .min(Comparator.comparing(n -> n.localToScene(0, 0).getY()))
                        .orElseThrow();
        at.robot.clickOn(first);
        at.await(() -> at.state().lesson().filter(l -> l.current().isPresent()).isPresent());
        LessonSource source = lesson().source();
        assertEquals(SampleLesson.all().getFirst().source(), source);
        at.dispatch(
                new Action.InLesson(new LessonMove.To(2)),
                new Action.InLesson(new LessonMove.Leave()));
        assertTrue(words().stream().anyMatch(w -> w.startsWith("stop 3 of ")), words().toString());
    }

    @Test
    void another_language_keeps_the_stop() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.learn("lecture-3");
        String english = lesson().title();
        at.dispatch(new Action.InLesson(new LessonMove.To(4)));
        at.prefer(p -> p.withLanguage(LanguageChoice.CHINESE));
        at.await(() -> !lesson().title().equals(english));
        assertEquals(4, lesson().stop());
        assertEquals(16, lesson().lesson().stops().size());
        at.prefer(p -> p.withLanguage(LanguageChoice.ENGLISH));
        at.await(() -> lesson().title().equals(english));
    }

    @Test
    void a_lesson_unfolds_the_side_that_was_folded() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Resize(new Panels(280, 380, false, true)));
        at.dispatch(new Action.Switch(Mode.LEARN));
        at.pulse();
        assertTrue(at.isShown(".learn"));
        assertTrue(at.state().view().panels().leftShown());
    }

    @Test
    void a_question_hides_what_it_asks_until_it_is_answered() throws Exception {
        open();
        at.await(() -> !at.state().good().orElseThrow().whole().hidden().isNothing());
        assertTrue(at.state().good().orElseThrow().whole().hidden().hidesGradient(at.node("x")));
        assertTrue(words().contains("\\partial L/\\partial x ="), words().toString());
        at.robot.clickOn(at.one(".question-card .text-field")).write("8");
        at.robot.push(KeyCode.ENTER);
        at.pulse();
        assertEquals(Optional.of(Outcome.WRONG), lesson().progress().outcome(0, 0));
        // x = 1, y = 4: 2x + 2y = 10
        at.robot.clickOn(at.one(".question-card .text-field")).push(KeyCode.SHORTCUT, KeyCode.A);
        at.robot.write("10").push(KeyCode.ENTER);
        at.await(() -> at.state().good().orElseThrow().whole().hidden().isNothing());
        assertEquals(Optional.of(Outcome.RIGHT), lesson().progress().outcome(0, 0));
        Node first = ((Pane) at.one(".lesson .strip")).getChildren().getFirst();
        assertTrue(first.getPseudoClassStates().contains(PseudoClass.getPseudoClass("solved")));
        at.robot.push(KeyCode.ESCAPE);
        at.dispatch(new Action.Switch(Mode.EXPLORE));
        assertTrue(at.isShown(".editor"), "the program is at its place again");
    }
}
