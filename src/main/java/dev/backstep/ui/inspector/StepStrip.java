package dev.backstep.ui.inspector;

import dev.backstep.explain.Change;
import dev.backstep.explain.Explanation;
import dev.backstep.explain.Explanation.Handed;
import dev.backstep.explain.Sentences;
import dev.backstep.graph.Op;
import dev.backstep.paint.ColorRole;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.SentenceView;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.transport.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// One step as a strip below a large graph: where in the story it stands, its formula, a sentence;
/// and beside these the tables of its equation in one row, or its numbers.
public final class StepStrip extends HBox {

    /// What the text takes of the width.
    private static final double TEXT = 0.265;

    private static final double LEAST_TEXT = 190;

    /// A sentence with more characters is set smaller.
    private static final int LONG = 150;

    private static final double LEAST_HEIGHT = 166;
    private static final double LEAST_WITH_TABLES = 184;
    private static final double PADDING = 12;
    private static final double GAP = 26;
    private static final double FORMULA = 19;
    private static final double LARGE = 30;

    /// Smaller letters cannot be read from afar.
    private static final double LEAST = 12;

    private static final double SPACE = 18;

    private final Label place = new Label();
    private final Label which = new Label();
    private final FormulaView formula = FormulaView.display(FORMULA, ColorRole.INK);
    private final SentenceView sentence = new SentenceView();
    private final VBox told = new VBox(8, new HBox(12, place, which), formula, sentence);
    private final HBox content = new HBox(SPACE);
    private @Nullable ThemedState screen;
    private int chosen = -1;

    public StepStrip() {
        super(GAP);
        getStyleClass().add("step-strip");
        place.getStyleClass().add("strip-place");
        which.getStyleClass().addAll("muted", "strip-note");
        told.setAlignment(Pos.CENTER_LEFT);
        content.setAlignment(Pos.CENTER);
        HBox.setHgrow(content, Priority.ALWAYS);
        content.setMinWidth(0);
        told.setMinHeight(0);
        getChildren().addAll(told, content);
        setMinWidth(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        widthProperty().addListener((_, _, _) -> fill());
        heightProperty().addListener((_, _, _) -> fill());
    }

    /// How high a strip must be for all steps of a program: the higher the more rows its matrices
    /// have, as far as they are shown.
    public static double height(Walkthrough w) {
        int longest =
                w.graph().nodes().stream()
                        .mapToInt(n -> Math.max(n.shape().rows(), n.shape().cols()))
                        .max()
                        .orElse(1);
        return longest == 1
                ? LEAST_HEIGHT
                : Math.max(LEAST_WITH_TABLES, StripTables.height(longest) + PADDING);
    }

    /// Shows the text, or leaves its room to something else.
    public void text(boolean wanted) {
        told.setVisible(wanted);
    }

    public void show(ThemedState now) {
        ThemedState before = screen;
        screen = now;
        if (before == null || !isAlike(before, now)) {
            chosen = before != null && before.step() == now.step() ? chosen : -1;
            fill();
        }
    }

    @SuppressWarnings("ReferenceEquality") // comparing all numbers would take longer
    private static boolean isAlike(ThemedState a, ThemedState b) {
        return a.walkthrough().orElse(null) == b.walkthrough().orElse(null)
                && a.step() == b.step()
                && a.theme() == b.theme()
                && a.numbers().equals(b.numbers());
    }

    /// Shows what the step hands to another operand, of those that it has.
    public void turn(int by) {
        chosen += by;
        fill();
    }

    /// What a screen reader says of the step.
    public String spoken() {
        return screen == null
                ? ""
                : screen.walkthrough().map(w -> place.getText() + ". " + said(w)).orElse("");
    }

    private String said(Walkthrough w) {
        return sentence.getAccessibleText() == null ? "" : sentence.getAccessibleText();
    }

    private void fill() {
        ThemedState now = screen;
        if (now == null || getWidth() < LEAST_TEXT || getHeight() < 40) {
            return;
        }
        told.setMinWidth(text());
        told.setMaxWidth(text());
        Optional<Walkthrough> w = now.walkthrough();
        setVisible(w.isPresent());
        w.ifPresent(
                shown ->
                        fill(
                                ShownStep.alone(
                                        shown,
                                        now,
                                        getWidth()
                                                - text()
                                                - GAP
                                                - getInsets().getLeft()
                                                - getInsets().getRight())));
    }

    private void fill(ShownStep shown) {
        Walkthrough w = shown.walkthrough();
        Step step = w.step(shown.step());
        Explanation explained = Explanation.of(w, shown.step(), shown.numbers());
        place.setText(Stretch.heading(w.story(), shown.step()));
        List<Handed> flows = explained.flows();
        choose(w, flows);
        tell(
                Texts.of(
                        flows.isEmpty() || StripBlocks.isNumber(flows.get(chosen))
                                ? explained.sentence()
                                : Sentences.along(
                                        w,
                                        shown.step(),
                                        flows.get(chosen).edge(),
                                        shown.numbers())));
        which.setText(
                Texts.of(
                        Message.of("present.which")
                                .with("n", chosen + 1)
                                .with("all", flows.size())));
        switch (step) {
            case Step.Backward _ when !flows.isEmpty() -> backward(shown, flows);
            case Step.ParameterUpdate(int node) when shown.isSeen() -> updated(shown, node);
            case Step.Forward(int node) when tables(w, node) && shown.isSeen() ->
                    forward(shown, node, explained);
            default ->
                    large(
                            shown,
                            explained.formula()
                                    + explained.substituted().map(s -> " = " + s).orElse(""));
        }
    }

    /// At first what goes to a parameter, which is what training needs.
    private void choose(Walkthrough w, List<Handed> flows) {
        if (chosen < 0 && !flows.isEmpty()) {
            chosen =
                    IntStream.range(0, flows.size())
                            .filter(i -> isParameter(w, flows.get(i).to()))
                            .findFirst()
                            .orElse(0);
        }
        chosen = flows.isEmpty() ? -1 : Math.floorMod(chosen, flows.size());
    }

    private static boolean isParameter(Walkthrough w, int node) {
        return w.graph().node(node).op() instanceof Op.Leaf(Op.Role role) && role == Op.Role.PARAM;
    }

    private void backward(ShownStep shown, List<Handed> flows) {
        Handed handed = flows.get(chosen);
        boolean number = StripBlocks.isNumber(handed);
        tell(shown, number ? "" : handed.downstreamTex() + " = " + handed.productTex());
        double block = number ? StripBlocks.width(flows) : shown.width();
        int fit = Math.max(1, (int) ((shown.width() + SPACE) / (block + SPACE)));
        boolean several = flows.size() > fit;
        ReusedViews.wanted(which, several);
        if (!number) {
            put(shown, StripRows.backward(shown, handed, room()), handed.downstreamTex());
            return;
        }
        List<Node> blocks =
                IntStream.range(0, Math.min(fit, flows.size()))
                        .mapToObj(i -> flows.get(several ? (chosen + i) % flows.size() : i))
                        .filter(StripBlocks::isNumber)
                        .<Node>map(
                                flow ->
                                        StripBlocks.block(
                                                shown, flow, Math.min(block, shown.width())))
                        .toList();
        content.getChildren().setAll(blocks);
    }

    private void updated(ShownStep shown, int parameter) {
        Change change = Change.of(shown.walkthrough(), parameter, shown.numbers());
        ReusedViews.wanted(which, false);
        if (change.after().shape().isScalar()) {
            tell(shown, "");
            UpdateBlock block = new UpdateBlock();
            block.show(shown.within(Math.min(shown.width(), 2 * StripBlocks.BLOCK)), change);
            block.setAlignment(Pos.CENTER);
            content.getChildren().setAll(block);
        } else {
            tell(shown, change.lines().getLast().rule());
            put(shown, StripRows.updated(shown, change, room()), change.lines().getLast().rule());
        }
    }

    private static boolean tables(Walkthrough w, int node) {
        return !w.graph().node(node).shape().isScalar()
                || w.drawn().operands(node).stream()
                        .anyMatch(i -> !w.graph().node(i).shape().isScalar());
    }

    private void forward(ShownStep shown, int node, Explanation explained) {
        ReusedViews.wanted(which, false);
        tell(shown, explained.formula());
        put(shown, StripRows.forward(shown, node, room()), explained.formula());
    }

    /// The tables; or only the formula, where there is no room for them.
    private void put(ShownStep shown, StripTables tables, String tex) {
        if (tables.fits()) {
            content.getChildren().setAll(tables);
        } else {
            large(shown, tex);
        }
    }

    /// A formula as large as a heading.
    private void large(ShownStep shown, String tex) {
        ReusedViews.wanted(which, false);
        tell(shown, "");
        FormulaView one = FormulaView.display(LARGE, ColorRole.INK);
        one.show(tex, shown.theme());
        one.limit(shown.width(), room());
        content.getChildren().setAll(one);
    }

    private void tell(ShownStep shown, String tex) {
        ReusedViews.wanted(formula, !tex.isEmpty());
        if (!tex.isEmpty()) {
            formula.show(tex, shown.theme());
            formula.limit(text());
            ReusedViews.wanted(formula, formula.letters() >= LEAST);
        }
    }

    private void tell(String words) {
        sentence.show(words, "");
        sentence.getStyleClass().remove("long");
        if (words.length() > LONG) {
            sentence.getStyleClass().add("long");
        }
    }

    private double text() {
        return Math.max(LEAST_TEXT, TEXT * getWidth());
    }

    private double room() {
        return getHeight() - getInsets().getTop() - getInsets().getBottom();
    }
}
