package dev.backstep.cli;

import dev.backstep.cli.Program.Evaluated;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.Step;
import dev.backstep.graph.Story;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One plain sentence a step.
final class Sentences {

    private final Evaluated run;
    private final Story story;
    private final Map<Integer, String> names = new HashMap<>();

    Sentences(Evaluated run, Story story) {
        this.run = run;
        this.story = story;
        run.model().names().forEach((name, id) -> names.putIfAbsent(id, name));
    }

    String at(int step) {
        return switch (story.step(step)) {
            case Step.Forward(int node) -> "Forward: " + name(node) + " is " + value(node) + ".";
            case Step.Seed(int node) ->
                "Start of the backward pass: the gradient of " + name(node) + " with respect to itself is 1.";
            case Step.Backward(int node, List<Edge> edges) ->
                "Backward: " + name(node) + " receives " + value(run.adjoint().gradient(node).orElseThrow()) + " and hands "
                        + edges.stream().map(this::handed).collect(Collectors.joining(" and ")) + ".";
        };
    }

    private String handed(Edge edge) {
        Flow flow = run.adjoint().flow(edge).orElseThrow();
        int arrives = Story.arrives(story.graph(), run.adjoint(), edge);
        String from = flow.upstream() == arrives ? " unchanged" : "";
        return value(arrives) + from + " to " + name(Story.drawnSource(story.graph(), edge).id());
    }

    private String name(int node) {
        return names.getOrDefault(node, "node " + node);
    }

    private String value(int node) {
        return Plain.value(run.trace().value(node));
    }
}
