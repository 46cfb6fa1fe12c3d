package dev.backstep.ui.train;

import dev.backstep.data.Dataset;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.lang.TrainingText;
import dev.backstep.optim.Biases;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.session.State;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The left side while a network is trained: its data set, its layers, its optimiser. Every control
/// edits the text of the program, and every edit of the text moves the controls.
final class ControlsPane extends ScrollPane {

    private final DataControls data;
    private final NetControls net;
    private final OptimiserControls optimiser;
    private TrainingText shown = TrainingText.of("");
    private Set<String> weights = Set.of();

    /// @param edit takes the text of the program after a change
    /// @param csv asks for a file of samples
    /// @param begin told when a drag begins, `end` when it ends
    ControlsPane(Consumer<String> edit, Runnable csv, Runnable begin, Runnable end) {
        Consumer<String> changed =
                text -> {
                    if (!text.equals(shown.text())) {
                        edit.accept(text);
                    }
                };
        data = new DataControls(changed, csv);
        net = new NetControls(changed);
        optimiser = new OptimiserControls(changed, begin, end);
        Label first = heading("train.data");
        first.setPadding(Insets.EMPTY);
        Label network = heading("train.network");
        network.visibleProperty().bind(net.visibleProperty());
        network.managedProperty().bind(net.visibleProperty());
        Label descent = heading("train.descent");
        descent.visibleProperty().bind(optimiser.visibleProperty());
        VBox body = new VBox(8, first, data, network, net, descent, optimiser);
        body.getStyleClass().add("side-body");
        setContent(body);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setAccessibleText(Texts.of("train.controls"));
    }

    void show(ThemedState screen) {
        String text = screen.state().document().text();
        if (!text.equals(shown.text())) {
            shown = TrainingText.of(text);
        }
        data.show(shown, samples(screen.state()), screen.theme());
        screen.state().program().ifPresent(p -> weights = weights(p.model().graph()));
        net.show(shown, weights);
        optimiser.show(shown);
    }

    private static Set<String> weights(Graph graph) {
        return graph.nodes().stream()
                .filter(n -> n.op().equals(new Op.Leaf(Op.Role.PARAM)))
                .filter(n -> !Biases.isBias(graph, n.id()))
                .flatMap(n -> n.name().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Dataset.Split> samples(State now) {
        return now.program()
                .filter(_ -> now.isCurrent())
                .flatMap(g -> g.model().setup())
                .filter(TrainingSetup::hasSamples)
                .map(TrainingSetup::data);
    }

    private static Label heading(String text) {
        Label heading = new Label(Texts.of(text).toUpperCase(Locale.getDefault()));
        heading.getStyleClass().add("heading");
        heading.setPadding(new Insets(8, 0, 0, 0));
        return heading;
    }
}
