package dev.backstep.onnx;

import dev.backstep.onnx.OnnxModel.Input;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes the lines of a program node by node.
final class Translation {

    /// The versions of ONNX's operators that are known: before, broadcasting was another one.
    private static final long OLDEST = 7;

    private static final long NEWEST = 26;

    private static final int MAX_NODES = 20_000;

    /// The most that a message names.
    private static final int NAMED = 8;

    private final OnnxModel model;
    private final ProgramLines listing;
    private final int batch;
    private final ErfGelu gelus;
    private final Map<String, Operand> values = new HashMap<>();
    private final Map<String, String> makers = new HashMap<>();
    private final List<String> inputs = new ArrayList<>();

    /// @param batch how many samples there are where the model leaves that open
    Translation(OnnxModel model, ProgramLines listing, int batch) {
        this.model = model;
        this.gelus = new ErfGelu(model);
        this.listing = listing;
        this.batch = batch;
    }

    /// Writes inputs, weights and nodes.
    ///
    /// @throws Refusal if there is anything that cannot be said exactly
    void write() {
        if (model.opset() < OLDEST || model.opset() > NEWEST) {
            throw new Refusal(
                    Message.of("onnx.opset")
                            .with("version", model.opset())
                            .with("oldest", OLDEST)
                            .with("newest", NEWEST));
        }
        refuseUnknown();
        Set<String> weights = new HashSet<>();
        for (OnnxTensor weight : model.weights()) {
            weights.add(weight.name());
            values.put(weight.name(), listing.weight(weight));
        }
        List<Input> given =
                model.inputs().stream().filter(i -> !weights.contains(i.name())).toList();
        for (Input input : given) {
            values.put(input.name(), input(input, given.size() == 1));
        }
        for (int k = 0; k < model.nodes().size(); k++) {
            int place = k;
            gelus.instead(model.nodes().get(k)).ifPresent(node -> write(node, place));
        }
    }

    private void write(OnnxNode node, int place) {
        NodeCall call = new NodeCall(node, model.opset(), place, values, listing);
        Operand result = Operators.of(node).orElseThrow().of(call);
        if (node.outputs().size() != 1) {
            throw call.refused(Message.of("onnx.outputs").with("n", node.outputs().size()));
        }
        if (values.put(node.outputs().getFirst(), result) != null) {
            throw call.refused(Message.of("onnx.twice"));
        }
        makers.put(node.outputs().getFirst(), node.type());
    }

    /// What the program calls the inputs.
    List<String> inputs() {
        return inputs;
    }

    /// What the model computes, by its name.
    ///
    /// @throws Refusal if it computes no such thing
    Operand output(String name) {
        Operand found = values.get(name);
        if (found == null) {
            throw new Refusal(Message.of("onnx.no.output").with("tensor", SafeText.of(name)));
        }
        return found;
    }

    /// The type of the operator that makes a tensor; empty if none does.
    String maker(String name) {
        return makers.getOrDefault(name, "");
    }

    private void refuseUnknown() {
        if (model.nodes().size() > MAX_NODES) {
            throw new Refusal(Message.of("onnx.many").with("most", MAX_NODES));
        }
        List<Message> unknown = new ArrayList<>();
        Set<String> types = new HashSet<>();
        for (int k = 0; k < model.nodes().size(); k++) {
            for (OnnxNode node : gelus.instead(model.nodes().get(k)).stream().toList()) {
                boolean isNew =
                        Operators.of(node).isEmpty()
                                && types.add(node.domain() + ":" + node.type());
                if (isNew && unknown.size() < NAMED) {
                    unknown.add(NodeCall.said(node, k));
                }
            }
        }
        if (!unknown.isEmpty()) {
            int more = types.size() - unknown.size();
            throw new Refusal(
                    Message.of(more == 0 ? "onnx.operator" : "onnx.operators")
                            .with("nodes", Message.listed(unknown))
                            .with("more", more));
        }
    }

    /// Draws an input at random: a model has no data.
    private Operand input(Input input, boolean isOnly) {
        if (!input.type().isReal()) {
            throw new Refusal(
                    Message.of("onnx.input.type")
                            .with("tensor", SafeText.of(input.name()))
                            .with("type", input.type().word()));
        }
        List<Integer> dims = new ArrayList<>();
        for (int k = 0; k < input.dims().size(); k++) {
            long size = input.dims().get(k);
            boolean open = size <= 0;
            if (open && k > 0) {
                throw shapeless(input);
            }
            dims.add(open ? batch : (int) Math.min(size, Integer.MAX_VALUE));
        }
        if (!input.hasShape()) {
            throw shapeless(input);
        }
        Dims.size(dims);
        boolean samples = isOnly && dims.size() > 1;
        String name = samples ? LegalNames.SAMPLES : listing.freshName(input.name());
        Operand made = Operand.of(name, dims);
        inputs.add(name);
        listing.leaf(
                "%s = normal(%s, %s, seed=%s)"
                        .formatted(name, made.rows(), made.cols(), inputs.size()),
                input.name() + " " + Dims.words(dims));
        return made;
    }

    private static Refusal shapeless(Input input) {
        return new Refusal(
                Message.of("onnx.input.shape").with("tensor", SafeText.of(input.name())));
    }
}
