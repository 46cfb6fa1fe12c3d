package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import dev.backstep.ui.kit.FormulaView;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.scene.text.Text;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What can be pressed, pointed at and dropped in a lesson.
class LessonLinksTest {

    private static final String LESSON =
            """
            # Links

            ## Two paths
            The upstream gradient, see [the paper](https://example.org/paper?a=b) or
            [what is none](https://user@example.org). Upstream is where $a = x^2$ has it from. *Lean*, too.

            ```backstep step=last
            x = 1
            a = x^2
            loss L = 3*a
            ```
            """;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir private Path folder;

    private final List<String> visited = new ArrayList<>();

    private Path written() throws Exception {
        Path file = folder.toRealPath().resolve("links.md");
        Files.writeString(file, LESSON);
        return file;
    }

    private void open() throws Exception {
        Path file = written();
        at.open(WindowHarness.SAMPLE);
        at.on(
                () -> {
                    at.window().links().openBy(page -> visited.add(page.shown()));
                    at.window().files().open(file);
                    return true;
                });
        awaitLesson();
    }

    private void awaitLesson() throws Exception {
        at.await(() -> at.state().lesson().filter(l -> l.current().isPresent()).isPresent());
        at.pulse();
    }

    private List<Text> pressable(String style) {
        return at.all(n -> n instanceof Text && n.getStyleClass().contains(style))
                .map(Text.class::cast)
                .toList();
    }

    private Optional<Parent> card(String style) {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Popup && w.isShowing())
                .map(w -> w.getScene().getRoot())
                .filter(root -> root.lookup(style) != null)
                .findFirst();
    }

    private void click(Node node) throws Exception {
        Bounds where = at.on(() -> node.localToScreen(node.getLayoutBounds()));
        at.robot.clickOn(new Point2D(where.getCenterX(), where.getCenterY()));
        at.pulse();
    }

    @Test
    void a_link_shows_its_address_and_opens_it_only_if_that_is_wanted() throws Exception {
        open();
        assertEquals(1, pressable("lesson-link").size(), "an address with a user is no link");
        click(pressable("lesson-link").getFirst());
        List<String> told = at.on(() -> WindowHarness.texts(card(".link-card").orElseThrow()));
        assertTrue(told.contains("https://example.org/paper?a=b"), told::toString);
        assertEquals(List.of(), visited, "nothing is opened before it is asked");
        at.robot.push(KeyCode.ESCAPE);
        at.pulse();
        assertEquals(Optional.empty(), card(".link-card"));
        assertEquals(List.of(), visited);
        click(pressable("lesson-link").getFirst());
        click(at.on(() -> card(".link-card").orElseThrow().lookup(".primary")));
        assertEquals(List.of("https://example.org/paper?a=b"), visited);
        assertEquals(Optional.empty(), card(".link-card"));
    }

    @Test
    void a_link_and_a_term_are_pressed_by_keys() throws Exception {
        open();
        Text link = pressable("lesson-link").getFirst();
        assertTrue(link.isFocusTraversable());
        at.on(
                () -> {
                    link.requestFocus();
                    return true;
                });
        at.robot.push(KeyCode.ENTER);
        at.pulse();
        assertTrue(card(".link-card").isPresent());
        at.robot.push(KeyCode.ESCAPE);
        at.pulse();
        List<String> marked = pressable("term-first").stream().map(Text::getText).toList();
        assertEquals("upstream gradient", marked.getFirst());
        assertEquals(
                1, Collections.frequency(marked, "upstream gradient"), "where it stands first");
        at.on(
                () -> {
                    pressable("term-first").getFirst().requestFocus();
                    return true;
                });
        at.robot.push(KeyCode.SPACE);
        at.pulse();
        assertTrue(card(".term-card").isPresent());
    }

    @Test
    void a_name_in_a_formula_lights_its_card_alone() throws Exception {
        open();
        FormulaView formula =
                (FormulaView)
                        at.all(
                                        n ->
                                                n instanceof FormulaView f
                                                        && f.getStyleClass()
                                                                .contains("lesson-formula")
                                                        && "a = x^2".equals(f.getAccessibleText()))
                                .findFirst()
                                .orElseThrow();
        Bounds where = at.on(() -> formula.localToScreen(formula.getLayoutBounds()));
        double y = where.getCenterY();
        at.robot.moveTo(new Point2D(where.getMinX() + 2, y));
        at.pulse();
        assertEquals(1, at.graph().lookupAll(".lit-card").size(), "a");
        at.robot.moveTo(new Point2D(where.getMaxX() - 3, y));
        at.pulse();
        assertEquals(1, at.graph().lookupAll(".lit-card").size(), "x");
        at.robot.moveTo(new Point2D(where.getCenterX() - 2, y));
        at.pulse();
        assertEquals(2, at.graph().lookupAll(".lit-card").size(), "the equals sign is of both");
    }

    @Test
    void emphasis_is_set_in_italics() throws Exception {
        open();
        Text lean = pressable("lesson-emphasised").getFirst();
        assertEquals("Inter Italic", at.on(() -> lean.getFont().getName()));
    }

    /// What a file manager offers: this file, to be copied.
    private static TKClipboard holding(Path file) {
        return (TKClipboard)
                Proxy.newProxyInstance(
                        TKClipboard.class.getClassLoader(),
                        new Class<?>[] {TKClipboard.class},
                        (_, asked, args) ->
                                switch (asked.getName()) {
                                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                                    case "hasContent" -> DataFormat.FILES.equals(args[0]);
                                    case "getContent" ->
                                            DataFormat.FILES.equals(args[0])
                                                    ? List.of(file.toFile())
                                                    : null;
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    asked.getName());
                                });
    }

    private void drop(Path file) throws Exception {
        at.on(
                () -> {
                    Dragboard board = DragboardHelper.createDragboard(holding(file));
                    Node target = at.graph();
                    for (var type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
                        DragEvent event =
                                new DragEvent(
                                        null,
                                        target,
                                        type,
                                        board,
                                        10,
                                        10,
                                        10,
                                        10,
                                        TransferMode.COPY,
                                        null,
                                        target,
                                        new PickResult(target, 10, 10));
                        Event.fireEvent(target, event);
                    }
                    return true;
                });
    }

    @Test
    void a_lesson_that_is_dropped_on_the_window_opens() throws Exception {
        at.open(WindowHarness.SAMPLE);
        drop(written());
        awaitLesson();
        assertEquals("Links", at.state().lesson().orElseThrow().title());
        assertTrue(at.isShown(".learn"));
    }

    @Test
    void a_program_that_is_dropped_on_the_window_opens() throws Exception {
        Path file = folder.toRealPath().resolve("dropped.bs");
        Files.writeString(file, "u = 3\nL = u^2\n");
        at.open(WindowHarness.SAMPLE);
        drop(file);
        at.await(() -> at.state().document().text().startsWith("u = 3"));
        drop(folder.toRealPath().resolve("missing.bs"));
        at.pulse();
        assertTrue(at.state().document().text().startsWith("u = 3"));
    }

    @Test
    void a_file_of_another_kind_is_no_lesson() throws Exception {
        Path file = folder.toRealPath().resolve("picture.md.png");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
        at.open(WindowHarness.SAMPLE);
        drop(file);
        at.pulse();
        assertEquals(WindowHarness.SAMPLE, at.state().document().text());
        assertFalse(at.state().lesson().isPresent());
    }
}
