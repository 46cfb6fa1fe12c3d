package dev.backstep.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.backstep.explain.Sentences;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Group;
import dev.backstep.graph.Node;
import dev.backstep.lang.Model;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Between;
import dev.backstep.story.Jacobians;
import dev.backstep.story.Step;
import dev.backstep.story.Updates;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An evaluated program as JSON, as `eval --json` and `trace --json` print it. If backward is
/// computed with a mistake, its name stands behind that of the output.
///
/// @param names every name of the program, in order, and its node; two may share one
/// @param output the name of the differentiated node
/// @param notes what the program says of its nodes
public record JsonReport(
        Map<String, Integer> names, String output, Map<Integer, String> notes, Walkthrough w) {

    /// @throws Refusal while numbers are hidden: a report has them all
    public JsonReport {
        if (!w.hidden().isNothing()) {
            throw new Refusal(Message.of("quiz.hidden.report"));
        }
    }

    /// That of a walkthrough of a program, or of its folded groups or single numbers.
    ///
    /// @param output the name of the differentiated node
    public static JsonReport of(Model model, Walkthrough w, String output) {
        return new JsonReport(names(w, model), output, notes(w, model), w);
    }

    /// The names of what a walkthrough shows, in order, and their nodes: those of the program, or
    /// of the numbers of its matrices.
    private static Map<String, Integer> names(Walkthrough w, Model model) {
        if (w.graph().equals(model.graph())) {
            return model.names();
        }
        Map<String, Integer> names = new LinkedHashMap<>();
        w.graph().nodes().forEach(n -> n.name().ifPresent(name -> names.put(name, n.id())));
        return names;
    }

    /// What the program says of the nodes of a walkthrough, and of its folded groups; nothing of
    /// single numbers.
    private static Map<Integer, String> notes(Walkthrough w, Model model) {
        Map<Integer, String> notes = new HashMap<>();
        boolean same = w.graph().equals(model.graph());
        model.notes()
                .forEach(
                        (id, note) ->
                                (same ? Optional.of(id) : named(w, model.graph().node(id)))
                                        .ifPresent(node -> notes.put(node, note)));
        for (int vertex : w.drawn().vertexSet()) {
            w.drawn()
                    .folded(vertex)
                    .map(f -> f.group().note())
                    .filter(note -> !note.isEmpty())
                    .ifPresent(note -> notes.put(vertex, note));
        }
        return notes;
    }

    private static Optional<Integer> named(Walkthrough w, Node node) {
        return node.name().flatMap(w.graph()::named).map(Node::id);
    }

    /// Writes the values and the gradients of all named nodes that have them.
    public void eval(OutputStream out) {
        write(
                out,
                json -> {
                    json.writeObjectFieldStart("values");
                    for (var named : names.entrySet()) {
                        tensor(json, named.getKey(), w.value(named.getValue()));
                    }
                    json.writeEndObject();
                    json.writeObjectFieldStart("gradients");
                    for (var named : names.entrySet()) {
                        var gradient = w.gradient(named.getValue());
                        if (gradient.isPresent()) {
                            tensor(json, named.getKey(), gradient.get());
                        }
                    }
                    json.writeEndObject();
                });
    }

    /// Writes all steps of the story, each with the sentence that is shown.
    public void steps(OutputStream out) {
        Map<Integer, String> named = new HashMap<>();
        names.forEach((name, id) -> named.putIfAbsent(id, name));
        write(
                out,
                json -> {
                    json.writeArrayFieldStart("steps");
                    for (int i = 0; i < w.size(); i++) {
                        json.writeStartObject();
                        json.writeNumberField("index", i);
                        step(json, w.step(i), named);
                        json.writeStringField("text", sentence(i));
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                });
    }

    /// The sentence of a step, and behind it what the program says of its node.
    public String sentence(int step) {
        String told = Bundle.ENGLISH.say(Sentences.of(w, step, Numbers.DEFAULT));
        String note = notes.get(w.step(step).node());
        return note == null ? told : told + "   # " + note;
    }

    private static String phase(Step step) {
        return switch (step) {
            case Step.Forward _ -> "forward";
            case Step.Seed _ -> "seed";
            case Step.Backward _ -> "backward";
            case Step.ParameterUpdate _ -> "update";
        };
    }

    private void step(JsonGenerator json, Step step, Map<Integer, String> named)
            throws IOException {
        json.writeStringField("phase", phase(step));
        node(json, "node", step.node(), named);
        switch (step) {
            case Step.Forward(int node) -> computed(json, node);
            case Step.Seed(int node) -> gradient(json, node);
            case Step.Backward(int node, List<Edge> edges) -> {
                gradient(json, node);
                json.writeArrayFieldStart("flows");
                for (Edge edge : edges) {
                    flow(json, edge, named);
                }
                json.writeEndArray();
            }
            case Step.ParameterUpdate(int node) -> update(json, node);
        }
    }

    private void computed(JsonGenerator json, int node) throws IOException {
        var folded = w.drawn().folded(node);
        if (folded.isPresent()) {
            Group group = folded.get().group();
            json.writeStringField("op", group.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringField("group", group.name());
        } else {
            json.writeStringField("op", w.graph().node(node).op().word());
        }
        tensor(json, "value", w.value(node));
    }

    private void gradient(JsonGenerator json, int node) throws IOException {
        computed(json, node);
        tensor(json, "gradient", w.gradient(node).orElseThrow());
    }

    /// The value after the update, and the gradient that it follows.
    private void update(JsonGenerator json, int node) throws IOException {
        Updates updates = w.updates().orElseThrow();
        json.writeStringField("op", updates.optimiser().word());
        tensor(json, "value", updates.of(node).after());
        tensor(json, "gradient", w.gradient(node).orElseThrow());
    }

    private void flow(JsonGenerator json, Edge edge, Map<Integer, String> named)
            throws IOException {
        Node source = w.drawn().source(edge);
        json.writeStartObject();
        node(json, "to", source.id(), named);
        json.writeNumberField("slot", edge.slot());
        tensor(json, "upstream", w.gradient(Between.of(w, edge).from()).orElseThrow());
        var local = Jacobians.local(w, edge);
        if (local.isPresent()) {
            tensor(json, "local", local.get());
        }
        tensor(json, "downstream", w.handed(edge).orElseThrow());
        json.writeEndObject();
    }

    private static void node(JsonGenerator json, String field, int id, Map<Integer, String> named)
            throws IOException {
        if (named.containsKey(id)) {
            json.writeStringField(field, named.get(id));
        } else {
            json.writeNumberField(field, id);
        }
    }

    private static void tensor(JsonGenerator json, String field, Tensor value) throws IOException {
        json.writeFieldName(field);
        JsonTensor.write(json, value);
    }

    private void write(OutputStream out, JsonLine.Fields fields) {
        JsonLine.write(
                out,
                json -> {
                    json.writeStringField("output", output);
                    if (w.mistaken().isPresent()) {
                        json.writeStringField("mistake", w.mistaken().get().mistake().word());
                    }
                    fields.write(json);
                });
    }
}
