package dev.backstep.onnx;

import dev.backstep.onnx.OnnxNode.Attribute;
import dev.backstep.onnx.OnnxNode.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds where a model says GELU by the error function, x · (1 + erf(x/√2)) · ½: before its version
/// 20 ONNX had no operator for it, and PyTorch writes it so.
final class ErfGelu {

    /// A constant may be in half precision.
    private static final double TOLERANCE = 1e-3;

    private final Set<String> outputs;
    private final Map<String, OnnxNode> makers = new HashMap<>();
    private final Map<String, List<OnnxNode>> users = new HashMap<>();
    private final Map<String, OnnxTensor> constants = new HashMap<>();
    private final Map<OnnxNode, OnnxNode> found = new HashMap<>();
    private final Set<OnnxNode> parts = new HashSet<>();

    ErfGelu(OnnxModel model) {
        this.outputs = Set.copyOf(model.outputs());
        model.weights().forEach(w -> constants.put(w.name(), w));
        model.nodes().forEach(this::know);
        model.nodes().stream().filter(n -> is(n, "Erf", 1)).forEach(this::look);
    }

    /// What stands in the place of a node: `Gelu` for the last of those that say it, nothing for
    /// the others of them, and else the node itself.
    Optional<OnnxNode> instead(OnnxNode node) {
        return parts.contains(node)
                ? Optional.empty()
                : Optional.of(found.getOrDefault(node, node));
    }

    private void know(OnnxNode node) {
        node.inputs().forEach(i -> users.computeIfAbsent(i, _ -> new ArrayList<>()).add(node));
        node.outputs().forEach(o -> makers.put(o, node));
        Attribute value = node.attributes().get("value");
        if (is(node, "Constant", 0) && value != null && value.kind() == Kind.TENSOR) {
            constants.put(result(node), value.tensor());
        }
    }

    private void look(OnnxNode erf) {
        OnnxNode scaling = makers.get(erf.inputs().getFirst());
        Optional<OnnxNode> sum = user(erf).filter(s -> beside(s, "Add", 1).isPresent());
        Optional<OnnxNode> product = sum.flatMap(this::user).filter(p -> is(p, "Mul", 2));
        if (scaling != null && product.isPresent()) {
            String factor = other(product.get(), result(sum.orElseThrow()));
            List<OnnxNode> before = List.of(scaling, erf, sum.get());
            scaled(scaling).ifPresent(x -> halved(before, product.get(), factor, x));
        }
    }

    /// x, if a node computes x/√2.
    private Optional<String> scaled(OnnxNode node) {
        return is(node, "Div", 2) && isNumber(node.inputs().getLast(), Math.sqrt(2))
                ? Optional.of(node.inputs().getFirst())
                : beside(node, "Mul", Math.sqrt(0.5));
    }

    /// The sum is multiplied by x/2, or by x and ½ one after the other.
    private void halved(List<OnnxNode> before, OnnxNode product, String factor, String x) {
        OnnxNode maker = makers.get(factor);
        if (maker != null && beside(maker, "Mul", 0.5).filter(x::equals).isPresent()) {
            replace(product, x, Stream.concat(before.stream(), Stream.of(maker)));
        } else if (factor.equals(x) || isNumber(factor, 0.5)) {
            user(product)
                    .filter(l -> is(l, "Mul", 2))
                    .filter(l -> isLast(other(l, result(product)), factor, x))
                    .ifPresent(
                            l -> replace(l, x, Stream.concat(before.stream(), Stream.of(product))));
        }
    }

    private boolean isLast(String factor, String before, String x) {
        return before.equals(x) ? isNumber(factor, 0.5) : factor.equals(x);
    }

    private void replace(OnnxNode last, String x, Stream<OnnxNode> before) {
        found.put(
                last, new OnnxNode(last.name(), "Gelu", "", List.of(x), last.outputs(), Map.of()));
        before.filter(n -> user(n).isPresent()).forEach(parts::add);
    }

    private static boolean is(OnnxNode node, String type, int operands) {
        return node.isStandard()
                && node.type().equals(type)
                && node.inputs().size() == operands
                && node.outputs().size() == 1;
    }

    private static String result(OnnxNode node) {
        return node.outputs().getFirst();
    }

    /// The operand of two that is not `one`.
    private static String other(OnnxNode node, String one) {
        int k = node.inputs().indexOf(one);
        return node.inputs().get(k == 0 ? 1 : 0);
    }

    /// The operand of two beside a number.
    private Optional<String> beside(OnnxNode node, String type, double number) {
        return Optional.of(node)
                .filter(n -> is(n, type, 2))
                .flatMap(n -> n.inputs().stream().filter(i -> isNumber(i, number)).findFirst())
                .map(n -> other(node, n));
    }

    private boolean isNumber(String name, double number) {
        OnnxTensor constant = constants.get(name);
        return constant != null
                && constant.dims().size() < 2
                && constant.reals().length == 1
                && Math.abs(constant.reals()[0] - number) < TOLERANCE;
    }

    /// The one node that uses what a node computes, if it is of no use else.
    private Optional<OnnxNode> user(OnnxNode node) {
        List<OnnxNode> all = users.getOrDefault(result(node), List.of());
        return all.size() == 1 && !outputs.contains(result(node))
                ? Optional.of(all.getFirst())
                : Optional.empty();
    }
}
