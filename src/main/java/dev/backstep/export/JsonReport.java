package dev.backstep.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.backstep.explain.Jacobians;
import dev.backstep.explain.Numbers;
import dev.backstep.explain.Sentences;
import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.Node;
import dev.backstep.graph.Step;
import dev.backstep.graph.Story;
import dev.backstep.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An evaluated program as JSON, as `eval --json` and `trace --json` print it.
///
/// @param names every name of the program, in order, and its node; two may share one
/// @param output the name of the differentiated node
public record JsonReport(Map<String, Integer> names, String output, Walkthrough w) {

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

    /// Writes all steps of the story, each with the sentence that is shown, and after them the
    /// updates: of each parameter the value after it, and the gradient that it follows.
    public void steps(OutputStream out, List<Update> updates) {
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
                        json.writeStringField("text", Sentences.of(w, i, Numbers.DEFAULT));
                        json.writeEndObject();
                    }
                    for (int k = 0; k < updates.size(); k++) {
                        json.writeStartObject();
                        json.writeNumberField("index", w.size() + k);
                        update(json, updates.get(k), named);
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                });
    }

    private void update(JsonGenerator json, Update update, Map<Integer, String> named)
            throws IOException {
        json.writeStringField("phase", "update");
        node(json, "node", update.node(), named);
        json.writeStringField("op", update.optimiser());
        tensor(json, "value", update.after());
        var gradient = w.gradient(update.node());
        if (gradient.isPresent()) {
            tensor(json, "gradient", gradient.get());
        }
        json.writeStringField("text", update.text());
    }

    private void step(JsonGenerator json, Step step, Map<Integer, String> named)
            throws IOException {
        json.writeStringField("phase", step.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        node(json, "node", step.node(), named);
        json.writeStringField("op", w.graph().node(step.node()).op().word());
        tensor(json, "value", w.value(step.node()));
        if (step instanceof Step.Forward) {
            return;
        }
        tensor(json, "gradient", w.gradient(step.node()).orElseThrow());
        if (step instanceof Step.Backward(int _, List<Edge> edges)) {
            json.writeArrayFieldStart("flows");
            for (Edge edge : edges) {
                flow(json, edge, named);
            }
            json.writeEndArray();
        }
    }

    private void flow(JsonGenerator json, Edge edge, Map<Integer, String> named)
            throws IOException {
        Flow flow = w.adjoint().flow(edge).orElseThrow();
        Node source = Story.drawnSource(w.graph(), edge);
        json.writeStartObject();
        node(json, "to", source.id(), named);
        json.writeNumberField("slot", edge.slot());
        tensor(json, "upstream", w.trace().value(flow.upstream()));
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
                    fields.write(json);
                });
    }
}
