package dev.backstep.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Random programs with functions and sections, each beside the same program with every call
/// written out by hand.
final class Inlined {

    /// A function: its operands, the names it gives with their right sides, and its value, in which
    /// `$name` stands for an operand or an own name and `#f(…)` for a call.
    private record Written(
            String name, List<String> operands, List<String> own, List<String> right) {}

    private static final List<String> UNARY = List.of("tanh", "sigmoid", "exp", "relu", "square");

    private final Random random;
    private final List<Written> functions = new ArrayList<>();
    private final StringBuilder program = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();

    private Inlined(long seed) {
        this.random = new Random(seed);
    }

    /// The program, and the same without functions and sections.
    static List<String> random(long seed) {
        Inlined both = new Inlined(seed);
        both.line("x = 0.5");
        both.line("param A = [1, -2; 0.5, 3]");
        for (int i = 0; i < 4; i++) {
            both.function("f" + i);
        }
        List<String> names = new ArrayList<>(List.of("x", "A"));
        for (int i = 0; i < 5; i++) {
            both.section(i);
            Written f = both.functions.get(both.random.nextInt(4));
            List<String> operands = f.operands().stream().map(_ -> both.pick(names)).toList();
            String name = "v" + i;
            both.program.append(
                    "%s = %s(%s)\n".formatted(name, f.name(), String.join(", ", operands)));
            both.written(f, operands, name);
            names.add(name);
        }
        both.line("loss L = mean(tanh(" + names.getLast() + "))");
        return List.of(both.program.toString(), both.plain.toString());
    }

    private void line(String line) {
        program.append(line).append('\n');
        plain.append(line).append('\n');
    }

    private void section(int i) {
        switch (random.nextInt(4)) {
            case 0 -> program.append("## Part\n");
            case 1 -> program.append("##\n");
            case 2 -> program.append("\n## Part ").append(i).append("\n# why\n");
            default -> {}
        }
    }

    private String pick(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    /// Every line of a body is `$a op $b`, a unary of it, a number, or a call of one above.
    private void function(String name) {
        List<String> operands = random.nextBoolean() ? List.of("x") : List.of("x", "A");
        List<String> known = new ArrayList<>(operands);
        List<String> own = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            right.add(expression(known));
            own.add(i == 0 ? "" : "s" + i);
            known.add("s" + i);
        }
        Written f = new Written(name, operands, own, right);
        program.append("%s(%s) = {\n".formatted(name, String.join(", ", operands)));
        for (int i = 0; i < own.size(); i++) {
            String head = own.get(i).isEmpty() ? "  " : "  " + own.get(i) + " = ";
            program.append(head)
                    .append(right.get(i).replace("$", "").replace("#", ""))
                    .append(random.nextInt(4) == 0 ? "  # why } not\n" : "\n");
        }
        program.append("}\n");
        functions.add(f);
    }

    private String expression(List<String> known) {
        String a = "$" + pick(known);
        String b = "$" + pick(known);
        return switch (random.nextInt(functions.isEmpty() ? 4 : 6)) {
            case 0 -> a + " + " + b + "*0.5";
            case 1 -> UNARY.get(random.nextInt(UNARY.size())) + "(" + a + ")";
            case 2 -> a + " * mean(" + b + ")";
            case 3 -> "0.25";
            default -> {
                Written f = functions.get(random.nextInt(functions.size()));
                List<String> operands = f.operands().stream().map(_ -> "$" + pick(known)).toList();
                yield "#" + f.name() + "(" + String.join(", ", operands) + ")";
            }
        };
    }

    /// Appends the lines of a body to the plain program, its names put together with `_`.
    private void written(Written f, List<String> operands, String name) {
        Map<String, String> names = new java.util.HashMap<>();
        for (int i = 0; i < operands.size(); i++) {
            names.put(f.operands().get(i), operands.get(i));
        }
        for (int i = 0; i < f.own().size(); i++) {
            String own = f.own().get(i);
            String right = f.right().get(i);
            String to = own.isEmpty() ? name : name + "_" + own;
            if (right.startsWith("#")) {
                Written g =
                        functions.stream()
                                .filter(w -> right.startsWith("#" + w.name() + "("))
                                .findFirst()
                                .orElseThrow();
                String given = right.substring(right.indexOf('(') + 1, right.length() - 1);
                List<String> inner =
                        List.of(given.split(", ")).stream()
                                .map(o -> names.get(o.substring(1)))
                                .toList();
                written(g, inner, own.isEmpty() ? name + "_" + g.name() : to);
                if (own.isEmpty()) {
                    plain.append("%s = %s\n".formatted(name, name + "_" + g.name()));
                }
            } else {
                String text = right;
                for (Map.Entry<String, String> n : names.entrySet()) {
                    text = text.replaceAll("\\$" + n.getKey() + "\\b", n.getValue());
                }
                boolean fixed = text.equals("0.25");
                plain.append(fixed ? "const " : "")
                        .append(to)
                        .append(" = ")
                        .append(text)
                        .append('\n');
            }
            names.put(own, to);
        }
    }
}
