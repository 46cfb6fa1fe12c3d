package dev.backstep.explain;

import dev.backstep.graph.Op;
import dev.backstep.graph.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a printed formula of numbers as a person would, by the usual order of operations, and
/// works it out.
///
/// A function without parentheses takes one factor: `\log x\,y` is `(log x)·y`.
final class TexValue {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\\\(?:left|right|,|;|!)|\\s+"
                            + "|(?<token>\\\\mathrm\\{\\w+\\}|\\\\(?:begin|end)\\{\\w+\\}"
                            + "|\\\\\\\\|\\\\[a-zA-Z]+|\\d+(?:\\.\\d+)?|.)");

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS =
            Map.ofEntries(
                    Map.entry("\\log", Math::log),
                    Map.entry("\\sin", Math::sin),
                    Map.entry("\\cos", Math::cos),
                    Map.entry("\\tan", Math::tan),
                    Map.entry("\\tanh", Math::tanh),
                    Map.entry("\\sigma", x -> 1 / (1 + Math.exp(-x))),
                    Map.entry("\\Phi", Rules.function(Op.Unary.NORMAL_CDF)),
                    Map.entry("\\varphi", x -> Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI)),
                    Map.entry("\\mathrm{softmax}", _ -> 1));

    /// What ends a product.
    private static final Set<String> ENDS =
            Set.of(
                    "",
                    "+",
                    "-",
                    ")",
                    "}",
                    "&",
                    "\\\\",
                    ",",
                    "\\ne",
                    "\\end{cases}",
                    "<",
                    "=",
                    ">",
                    "\\le",
                    "\\ge");

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Double> names;
    private int at;

    private TexValue(String tex, Map<String, Double> names) {
        this.names = names;
        Matcher matcher = TOKEN.matcher(tex);
        while (matcher.find()) {
            if (matcher.group("token") != null) {
                tokens.add(matcher.group("token"));
            }
        }
        tokens.add("");
    }

    /// @param names what each name stands for
    static double of(String tex, Map<String, Double> names) {
        TexValue reader = new TexValue(tex, names);
        double value = reader.sum();
        reader.take("");
        return value;
    }

    private double sum() {
        double sum = is("-") ? 0 : product();
        while (is("+") || is("-")) {
            sum += next().equals("+") ? product() : -product();
        }
        return sum;
    }

    private double product() {
        double product = power();
        while (!ENDS.contains(peek())) {
            if (is("\\cdot")) {
                next();
            }
            product *= power();
        }
        return product;
    }

    private double power() {
        double base = factor();
        return is("^") ? raised(base) : base;
    }

    private double raised(double base) {
        take("^");
        take("{");
        if (is("\\top")) {
            next();
            take("}");
            return base;
        }
        double exponent = sum();
        take("}");
        return Math.pow(base, exponent);
    }

    private double factor() {
        String token = next();
        if (FUNCTIONS.containsKey(token)) {
            boolean squared = is("^") && raised(3) == 9;
            double value = FUNCTIONS.get(token).applyAsDouble(power());
            return squared ? value * value : value;
        }
        return switch (token) {
            case "(" -> {
                double inside = sum();
                take(")");
                yield inside;
            }
            case "\\frac", "\\tfrac" -> braced() / braced();
            case "\\sqrt" -> Math.sqrt(braced());
            case "\\begin{cases}" -> cases();
            case "\\min", "\\max" -> {
                take("(");
                double first = sum();
                take(",");
                double second = sum();
                take(")");
                yield token.equals("\\min") ? Math.min(first, second) : Math.max(first, second);
            }
            case "e" -> Math.E;
            default ->
                    Character.isDigit(token.charAt(0))
                            ? Double.parseDouble(token)
                            : names.get(token);
        };
    }

    private double braced() {
        take("{");
        double inside = sum();
        take("}");
        return inside;
    }

    private double cases() {
        double chosen = Double.NaN;
        int holding = 0;
        String end;
        do {
            double value = sum();
            take("&");
            double left = sum();
            String sign = next();
            double right = sum();
            if (holds(left, sign, right)) {
                chosen = value;
                holding++;
            }
            end = next();
        } while (end.equals("\\\\"));
        return holding == 1 ? chosen : Double.NaN;
    }

    private static boolean holds(double left, String sign, double right) {
        return switch (sign) {
            case "<" -> left < right;
            case "=" -> left == right;
            case "\\ne" -> left != right;
            case ">" -> left > right;
            case "\\le" -> left <= right;
            case "\\ge" -> left >= right;
            default -> throw new AssertionError(sign);
        };
    }

    private boolean is(String token) {
        return peek().equals(token);
    }

    private String peek() {
        return tokens.get(at);
    }

    private String next() {
        return tokens.get(at++);
    }

    private void take(String token) {
        if (!next().equals(token)) {
            throw new AssertionError(token + " expected at " + (at - 1) + " of " + tokens);
        }
    }
}
