package dev.backstep.lang;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a function takes: operands, then numbers that must be given, then numbers that may be.
record Signature(int operands, List<String> required, Map<String, Double> optional) {

    /// The element-wise functions of one operand, the usual activations first.
    static final List<String> ELEMENTWISE =
            List.of(
                    ("tanh sigmoid σ relu leaky_relu elu gelu silu softplus step sin cos tan abs square "
                                    + "sqrt exp log ln neg")
                            .split(" "));

    private static final Map<String, Signature> ALL = new TreeMap<>();

    static {
        ELEMENTWISE.forEach(one -> ALL.put(one, new Signature(1, List.of(), Map.of())));
        for (String one : "softmax log_softmax norm transpose sum mean".split(" ")) {
            ALL.put(one, new Signature(1, List.of(), Map.of()));
        }
        for (String two : "max min pow bce bce_logits se dot ce ce_logits".split(" ")) {
            ALL.put(two, new Signature(2, List.of(), Map.of()));
        }
        ALL.put("leaky_relu", new Signature(1, List.of(), Map.of("slope", 0.01)));
        ALL.put("elu", new Signature(1, List.of(), Map.of("alpha", 1.0)));
        ALL.put("reshape", new Signature(1, List.of("r", "c"), Map.of()));
        ALL.put("zeros", initialiser());
        ALL.put("ones", initialiser());
        ALL.put("xavier", initialiser("seed=0"));
        ALL.put("he", initialiser("seed=0"));
        ALL.put("normal", initialiser("std=1", "seed=0"));
        ALL.put("uniform", initialiser("low=-1", "high=1", "seed=0"));
    }

    static Map<String, Signature> all() {
        return ALL;
    }

    /// `leaky_relu(x, slope=0.01)`: an example of a call.
    String example(String name) {
        StringBuilder out = new StringBuilder(name).append('(');
        boolean loss = name.equals("bce") || name.equals("ce");
        List<String> operandNames = loss ? List.of("yhat", "y") : List.of("a", "b");
        for (int i = 0; i < operands; i++) {
            out.append(i == 0 ? "" : ", ").append(operands == 1 ? "x" : operandNames.get(i));
        }
        for (int i = 0; i < required.size(); i++) {
            out.append(out.charAt(out.length() - 1) == '(' ? "" : ", ").append(3 - i);
        }
        optional.forEach(
                (key, value) ->
                        out.append(", ").append(key).append('=').append(NumberText.text(value)));
        return out.append(')').toString();
    }

    /// @param optional each `key=value`, in the order in which they may be given without their key
    private static Signature initialiser(String... optional) {
        Map<String, Double> keys = new LinkedHashMap<>();
        for (String one : optional) {
            String[] parts = one.split("=");
            keys.put(parts[0], Double.valueOf(parts[1]));
        }
        return new Signature(0, List.of("r", "c"), keys);
    }
}
