package dev.backstep.ui.calculus;

import dev.backstep.calculus.Collapse;
import dev.backstep.calculus.NodeJacobian;
import dev.backstep.calculus.NodeJacobian.Question;
import dev.backstep.calculus.ToldJacobian;
import dev.backstep.export.Figure;
import dev.backstep.export.figure.JacobianFigure;
import dev.backstep.graph.Node;
import dev.backstep.paint.Theme;
import dev.backstep.session.NodeKeys;
import dev.backstep.session.ShownProgram;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import dev.backstep.ui.files.FigureOffer;
import dev.backstep.ui.files.PlotFiles;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Background.Task;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The Jacobian of two nodes that are chosen here or in the graph. It stays with them while the
/// program is edited, and is computed in the background if it takes long.
final class JacobianPane extends VBox {

    /// Evaluated elements that take but a moment.
    private static final long QUICK = 400_000;

    private final Background background;
    private final AtomicLong generation = new AtomicLong();
    private final NodeChoice of = new NodeChoice(Texts.of("jacobian.of"), n -> choose(n, -1));
    private final NodeChoice by = new NodeChoice(Texts.of("jacobian.by"), n -> choose(-1, n));
    private final VBox body = new VBox(12);
    private final Button copy = Icons.button(Feather.COPY, "view.copy", "ghost", "icon-only");
    private final Button export =
            Icons.button(Feather.SHARE_2, "view.export", "ghost", "icon-only");
    private Optional<FigureOffer> offer = Optional.empty();
    private boolean mistaken;
    private Optional<ShownSheet> shown = Optional.empty();
    private Optional<NodeKeys> keys = Optional.empty();
    private String ofKey = "";
    private String byKey = "";

    /// @param pick lets the user choose both nodes in the graph
    JacobianPane(Background background, Runnable pick) {
        super(14);
        this.background = background;
        Button click = new Button(Texts.of("jacobian.pick"));
        click.getStyleClass().add("small");
        click.setOnAction(_ -> pick.run());
        HBox choice =
                new HBox(
                        8,
                        new Label(Texts.of("jacobian.of")),
                        of,
                        new Label(Texts.of("jacobian.by")),
                        by,
                        click);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        choice.getChildren().addAll(gap, copy, export);
        choice.setAlignment(Pos.CENTER_LEFT);
        offer(Optional.empty());
        getChildren().addAll(choice, body);
    }

    /// Shows the Jacobian of these nodes from now on.
    void ask(ShownProgram program, int first, int second) {
        NodeKeys now = program.keys();
        keys = Optional.of(now);
        ofKey = now.key(Math.max(first, second));
        byKey = now.key(Math.min(first, second));
    }

    /// Takes the Jacobian that is shown out of the window.
    void outTo(PlotFiles files) {
        copy.setOnAction(_ -> offer.ifPresent(o -> files.copy(o, theme())));
        export.setOnAction(_ -> offer.ifPresent(o -> files.export(o, theme())));
    }

    private Theme theme() {
        return shown.orElseThrow().theme();
    }

    /// What is shown, as a figure; nothing while it is being computed.
    Optional<FigureOffer> offer() {
        return offer;
    }

    private void offer(Optional<FigureOffer> now) {
        offer = now;
        copy.setDisable(now.isEmpty());
        export.setDisable(now.isEmpty());
    }

    void show(ShownProgram program, ShownSheet now) {
        mistaken = program.walkthrough().mistaken().isPresent();
        keys = Optional.of(program.keys());
        shown = Optional.of(now);
        fill();
    }

    private void choose(int first, int second) {
        keys.ifPresent(
                k -> {
                    ofKey = first < 0 ? ofKey : k.key(first);
                    byKey = second < 0 ? byKey : k.key(second);
                    fill();
                });
    }

    private void fill() {
        ShownSheet now = shown.orElseThrow();
        NodeKeys known = keys.orElseThrow();
        Walkthrough w = now.walkthrough();
        if (known.node(ofKey).isEmpty() || known.node(byKey).isEmpty()) {
            Edges edge = Edges.of(w, now.step());
            ofKey = known.key(edge.of());
            byKey = known.key(edge.by());
        }
        int z = known.node(ofKey).orElseThrow();
        int x = known.node(byKey).orElseThrow();
        List<Integer> all = NodeChoice.of(w);
        of.show(w, all, z);
        by.show(w, all, x);
        switch (NodeJacobian.question(w, z, x)) {
            case Question.Refused(Message why) -> say(Texts.of(why), "bad");
            case Question.Possible possible -> compute(now, possible);
        }
    }

    private void compute(ShownSheet now, Question.Possible question) {
        long mine = generation.incrementAndGet();
        Walkthrough w = now.walkthrough();
        long passes =
                Math.min(
                        w.graph().node(question.of()).shape().size(),
                        w.graph().node(question.by()).shape().size());
        if (passes * w.graph().elements() <= QUICK) {
            background.now(
                    Task.JACOBIAN,
                    () -> Collapse.of(w, NodeJacobian.of(w, question)),
                    found -> show(now, found),
                    why -> say(why, "bad"));
            return;
        }
        say(Texts.of("jacobian.working"), "");
        background.run(
                Task.JACOBIAN,
                () ->
                        generation.get() == mine
                                ? Optional.of(Collapse.of(w, NodeJacobian.of(w, question)))
                                : Optional.<Collapse>empty(),
                found -> found.filter(_ -> generation.get() == mine).ifPresent(c -> show(now, c)),
                why -> {
                    if (generation.get() == mine) {
                        say(why, "bad");
                    }
                });
    }

    private void show(ShownSheet now, Collapse found) {
        var told = new ToldJacobian(now.walkthrough(), found, now.numbers());
        boolean noted = mistaken;
        Bundle language = Texts.spoken();
        offer(
                Optional.of(
                        new FigureOffer(
                                Texts.of("export.jacobian"),
                                true,
                                width ->
                                        Figure.of(
                                                JacobianFigure.of(told, noted, language, width)))));
        body.getChildren().setAll(new JacobianView(now, told));
    }

    private void say(String sentence, String style) {
        generation.incrementAndGet();
        offer(Optional.empty());
        body.getChildren().setAll(SheetTexts.badge(sentence, style));
    }

    /// The two nodes that a sheet opens with: those of the step; else the loss by its first leaf.
    private record Edges(int of, int by) {

        static Edges of(Walkthrough w, int step) {
            Step now = w.step(step);
            if (now instanceof Step.Backward(int _, var edges) && !edges.isEmpty()) {
                var edge = edges.getFirst();
                return new Edges(edge.node(), w.drawn().source(edge).id());
            }
            if (now instanceof Step.Forward(int node)
                    && w.drawn().folded(node).isEmpty()
                    && !w.drawn().operands(node).isEmpty()) {
                return new Edges(node, w.drawn().operands(node).getFirst());
            }
            int leaf =
                    w.graph().nodes().stream()
                            .filter(Node::isLeafWithGradient)
                            .filter(n -> w.gradient(n.id()).isPresent())
                            .map(Node::id)
                            .findFirst()
                            .orElse(w.output());
            return new Edges(w.output(), leaf);
        }
    }
}
