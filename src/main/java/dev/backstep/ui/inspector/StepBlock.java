package dev.backstep.ui.inspector;

import dev.backstep.explain.Change;
import dev.backstep.explain.Explanation;
import dev.backstep.explain.Explanation.Handed;
import dev.backstep.explain.LossFormula;
import dev.backstep.explain.SummedGradient;
import dev.backstep.graph.Node;
import dev.backstep.paint.ColorRole;
import dev.backstep.story.Curve;
import dev.backstep.story.OffGradient;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One step, or one leaf: its formula, its curve, what it hands to each input, what it received.
final class StepBlock extends VBox {

    private static final double GAP = 14;
    private static final double FORMULA = 21;
    private static final double SUBSTITUTED = 18;

    private final Label heading = new Label();
    private final FormulaRow formula = new FormulaRow(FORMULA);
    private final Label note = wrapped();
    private final Label problem = wrapped();
    private final FormulaRow substituted = new FormulaRow(SUBSTITUTED);
    private final ReusedViews<FormulaRow> written =
            new ReusedViews<>(8, () -> new FormulaRow(SUBSTITUTED));
    private final ReusedViews<UpdateBlock> update = new ReusedViews<>(GAP, UpdateBlock::new);
    private final VBox picture = new VBox();
    private final ReusedViews<HandedBlock> flows = new ReusedViews<>(GAP, HandedBlock::new);
    private final Label sentence = wrapped();
    private final FormulaView values = new FormulaView(15, ColorRole.VALUE);
    private final HBox remembered = new HBox(8, muted(Texts.of("inspector.remembered")), values);
    private final ReusedViews<ArrivalsBlock> sums = new ReusedViews<>(GAP, ArrivalsBlock::new);
    private final ReusedViews<OffBlock> off = new ReusedViews<>(GAP, OffBlock::new);

    /// @param kept shows all that backward keeps
    StepBlock(Runnable kept) {
        super(GAP);
        Hyperlink all = new Hyperlink(Texts.of("inspector.kept"));
        all.setOnAction(
                _ -> {
                    all.setVisited(false);
                    kept.run();
                });
        remembered.getChildren().add(all);
        heading.getStyleClass().add("heading");
        problem.getStyleClass().add("problem-row");
        note.getStyleClass().add("hint");
        problem.setMinHeight(USE_PREF_SIZE);
        remembered.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        heading,
                        note,
                        formula,
                        problem,
                        substituted,
                        written,
                        update,
                        picture,
                        flows,
                        sentence,
                        remembered,
                        sums,
                        off);
    }

    /// Says what the program does.
    void showNote(Optional<String> written) {
        say(note, written);
    }

    /// Says why a number is not finite, where one is not.
    void showProblem(Optional<String> why) {
        say(problem, why);
    }

    /// A leaf, which has no step of its own.
    void showSource(ShownStep shown, int node) {
        Node leaf = shown.walkthrough().graph().node(node);
        Shape shape = leaf.shape();
        heading(Texts.of("inspector.selected"));
        updated(shown, List.of());
        formula.show(
                shown,
                shape.isScalar()
                        ? shown.label(node)
                                + " = "
                                + shown.numbersOf(node).tex(shown.walkthrough().value(node).item())
                        : shown.label(node)
                                + " \\in \\mathbb{R}^{"
                                + shape.rows()
                                + "\\times "
                                + shape.cols()
                                + "}");
        ReusedViews.wanted(substituted, false);
        picture(
                shape.isScalar()
                        ? Optional.empty()
                        : Optional.of(
                                new TableView(
                                        shown.walkthrough().value(node),
                                        ColorRole.VALUE,
                                        shown.with(shown.numbersOf(node)))));
        flows.show(List.<Handed>of(), (_, _) -> {});
        say(sentence, Optional.empty());
        ReusedViews.wanted(remembered, false);
        sums(shown, IntStream.of(node));
    }

    /// @param selected whether the node of the step was selected, rather than come to
    void showStep(ShownStep shown, boolean selected) {
        Step step = shown.walkthrough().step(shown.step());
        if (step instanceof Step.ParameterUpdate(int node)) {
            showUpdate(shown, node);
            return;
        }
        Explanation explanation =
                Explanation.of(shown.walkthrough(), shown.step(), shown.numbers());
        updated(shown, List.of());
        boolean seed = step instanceof Step.Seed;
        heading(
                Texts.of(
                        Message.of(selected ? "inspector.selected.op" : "inspector.current")
                                .with("op", explanation.title())));
        formulas(shown, explanation);
        picture(
                step instanceof Step.Forward
                        ? pictureForward(shown, step.node())
                        : curve(shown, step.node()).filter(_ -> !seed));
        flows.show(explanation.flows(), (block, flow) -> block.show(shown, flow));
        say(sentence, seed ? Optional.of(Texts.of(explanation.sentence())) : Optional.empty());
        boolean remembers = !explanation.remembered().isEmpty() && step instanceof Step.Backward;
        ReusedViews.wanted(remembered, remembers);
        if (remembers) {
            values.show(String.join(",\\;", explanation.remembered()), shown.theme());
            values.limit(shown.width() * 0.5);
        }
        IntStream receivers = explanation.flows().stream().mapToInt(Handed::to).distinct();
        sums(shown, selected ? IntStream.concat(receivers, IntStream.of(step.node())) : receivers);
    }

    private static Optional<? extends javafx.scene.Node> curve(ShownStep shown, int node) {
        return Curve.of(shown.walkthrough(), node).map(c -> new CurveView(c, shown));
    }

    /// Matrices as tables; of a function of one number its curve.
    private static Optional<? extends javafx.scene.Node> pictureForward(ShownStep shown, int node) {
        Optional<ForwardTables> tables = ForwardTables.of(shown, node);
        return tables.isPresent() ? tables : curve(shown, node);
    }

    private void showUpdate(ShownStep shown, int parameter) {
        Change change = Change.of(shown.walkthrough(), parameter, shown.numbers());
        heading(Texts.of(Message.of("inspector.update").with("optimiser", change.optimiser())));
        updated(shown, List.of(change));
        ReusedViews.wanted(substituted, false);
        picture(Optional.empty());
        flows.show(List.<Handed>of(), (_, _) -> {});
        say(sentence, Optional.of(Texts.of(change.sentence())).filter(_ -> !change.moves()));
        ReusedViews.wanted(remembered, false);
        sums(shown, IntStream.empty());
    }

    /// An update has formulas of its own in the place of the one of an op.
    private void updated(ShownStep shown, List<Change> changes) {
        written.show(List.<String>of(), (_, _) -> {});
        update.show(changes, (block, change) -> block.show(shown, change));
        ReusedViews.wanted(formula, changes.isEmpty());
    }

    private void heading(String text) {
        heading.setText(text.toUpperCase(Locale.getDefault()));
    }

    /// The formula with its numbers on one line where there is room, else below each other.
    private void formulas(ShownStep shown, Explanation explanation) {
        Optional<String> below =
                formula.showWith(shown, explanation.formula(), explanation.substituted());
        ReusedViews.wanted(substituted, below.isPresent());
        below.ifPresent(s -> substituted.show(shown, s));
        Step now = shown.walkthrough().step(shown.step());
        written.show(
                now instanceof Step.Seed
                        ? List.of()
                        : LossFormula.of(shown.walkthrough(), now.node(), shown.numbers()),
                (row, line) -> row.show(shown, line));
    }

    private void picture(Optional<? extends javafx.scene.Node> drawn) {
        picture.getChildren().setAll(drawn.stream().toList());
        ReusedViews.wanted(picture, drawn.isPresent());
    }

    private void sums(ShownStep shown, IntStream nodes) {
        List<Integer> seen =
                nodes.filter(n -> !shown.walkthrough().hidden().hidesGradient(n)).boxed().toList();
        Walkthrough w = shown.walkthrough();
        List<SummedGradient> several =
                seen.stream()
                        .flatMap(
                                n -> SummedGradient.of(w, shown.now(), n, shown.numbers()).stream())
                        .toList();
        sums.show(several, (block, summed) -> block.show(shown, summed));
        off.show(
                seen.stream().flatMap(n -> OffGradient.of(w, shown.now(), n).stream()).toList(),
                (block, gradient) -> block.show(shown, gradient));
    }

    private static void say(Label label, Optional<String> text) {
        label.setText(text.orElse(""));
        ReusedViews.wanted(label, text.isPresent());
    }

    private static Label wrapped() {
        Label label = new Label();
        label.setWrapText(true);
        return label;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }
}
