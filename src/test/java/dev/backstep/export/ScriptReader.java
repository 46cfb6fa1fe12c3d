package dev.backstep.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the part of Python that exported scripts are written in, and evaluates the module in it:
/// the values of its leaves, functions of one `return`, and the lines of `forward`.
///
/// It shares no code with the program: matrices are arrays of arrays, and each call is read from
/// its text anew.
final class ScriptReader {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(\\d+\\.?\\d*(?:e[-+]?\\d+)?|[A-Za-z_]\\w*|\"[^\"]*\"|\\*\\*|==|[-+*/@&<>()\\[\\],.:=])");

    private record Function(List<String> operands, String value) {}

    private final Map<String, Function> functions = new HashMap<>();

    /// The values of the leaves, by attribute: `p_W1`.
    final Map<String, double[][]> leaves = new LinkedHashMap<>();

    private final List<String> forward = new ArrayList<>();
    private final Map<String, Object> globals = new HashMap<>();

    ScriptReader(String script) {
        globals.put("device", "cpu");
        Matcher function =
                Pattern.compile("(?m)^def (\\w+)\\(([^)]*)\\):\n {4}return (.*)$").matcher(script);
        while (function.find()) {
            List<String> operands = List.of(function.group(2).split(", "));
            functions.put(function.group(1), new Function(operands, function.group(3)));
        }
        Matcher leaf =
                Pattern.compile(
                                "self\\.(\\w+ = torch\\.nn\\.Parameter\\(|register_buffer\\(\"\\w+\", )(torch.*)\\)")
                        .matcher(script);
        while (leaf.find()) {
            String name = leaf.group(1).replaceAll("^register_buffer\\(\"(\\w+)\", $", "$1");
            leaves.put(name.replaceAll(" = .*", ""), matrix(leaf.group(2)));
        }
        Matcher data = Pattern.compile("(?m)^(train_[Xy]) = (torch.*)$").matcher(script);
        while (data.find()) {
            globals.put(data.group(1), matrix(data.group(2)));
        }
        String body =
                script.substring(script.indexOf("    def forward("), script.indexOf("\nnet = "));
        body.lines().skip(1).filter(l -> !l.isBlank()).forEach(l -> forward.add(l.strip()));
    }

    double[][] global(String name) {
        return (double[][]) globals.get(name);
    }

    private double[][] matrix(String text) {
        return (double[][]) new Cursor(text, globals).all();
    }

    /// What `forward` returns, by name of the program.
    ///
    /// @param data `X` and `y`, if it takes them
    Map<String, double[][]> values(Map<String, double[][]> data) {
        Map<String, Object> known = new HashMap<>(globals);
        known.putAll(data);
        Map<String, double[][]> values = new LinkedHashMap<>();
        boolean returned = false;
        for (String line : forward) {
            if (line.equals("return {") || line.equals("}")) {
                returned = true;
            } else if (returned) {
                int colon = line.indexOf("\": ");
                Object value =
                        new Cursor(line.substring(colon + 3, line.length() - 1), known).all();
                values.put(unescaped(line.substring(1, colon)), (double[][]) value);
            } else {
                int equals = line.indexOf(" = ");
                known.put(
                        line.substring(0, equals),
                        new Cursor(line.substring(equals + 3), known).all());
            }
        }
        return values;
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\U([0-9a-f]{8})")
                .matcher(text)
                .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
    }

    /// Walks through one expression and evaluates it.
    private final class Cursor {

        private final List<String> tokens = new ArrayList<>();
        private final Map<String, Object> known;
        private int at;

        Cursor(String text, Map<String, Object> known) {
            this.known = known;
            Matcher token = TOKEN.matcher(text);
            int end = 0;
            while (token.lookingAt()) {
                tokens.add(token.group(1));
                end = token.end();
                token.region(end, text.length());
            }
            if (end < text.stripTrailing().length()) {
                throw new IllegalArgumentException(text.substring(end));
            }
            tokens.add("");
        }

        Object all() {
            Object value = compared();
            if (at < tokens.size() - 1) {
                throw new IllegalArgumentException(tokens.subList(at, tokens.size()).toString());
            }
            return value;
        }

        private boolean take(String token) {
            boolean is = tokens.get(at).equals(token);
            at += is ? 1 : 0;
            return is;
        }

        private String next() {
            return tokens.get(at++);
        }

        private Object compared() {
            Object value = both();
            return switch (tokens.get(at)) {
                case "==", "<", ">" -> Matrices.signed(next(), value, both());
                default -> value;
            };
        }

        private Object both() {
            Object value = sum();
            while (tokens.get(at).equals("&")) {
                value = Matrices.signed(next(), value, sum());
            }
            return value;
        }

        private Object sum() {
            Object value = product();
            while (List.of("+", "-").contains(tokens.get(at))) {
                value = Matrices.signed(next(), value, product());
            }
            return value;
        }

        private Object product() {
            Object value = unary();
            while (List.of("*", "/", "@").contains(tokens.get(at))) {
                value = Matrices.signed(next(), value, unary());
            }
            return value;
        }

        private Object unary() {
            return take("-") ? Matrices.signed("-", 0.0, unary()) : power();
        }

        private Object power() {
            Object value = behind(atom());
            return take("**") ? Matrices.signed("**", value, unary()) : value;
        }

        private Object atom() {
            String token = next();
            if (token.equals("(")) {
                List<Object> all = list(")");
                return all.size() == 1 && !tokens.get(at - 2).equals(",") ? all.getFirst() : all;
            }
            if (token.equals("[")) {
                return list("]");
            }
            if (token.startsWith("\"")) {
                return token.substring(1, token.length() - 1);
            }
            if (Character.isDigit(token.charAt(0))) {
                return Double.parseDouble(token);
            }
            return named(token);
        }

        private Object named(String token) {
            String name = token;
            while (token.equals("torch") && tokens.get(at).equals(".")) {
                name += next() + next();
            }
            if (name.equals("self")) {
                at++;
                return leaves.get(next());
            }
            if (!take("(")) {
                return switch (name) {
                    case "True" -> 1.0;
                    case "False" -> 0.0;
                    default -> known.get(name);
                };
            }
            return called(name, list(")"));
        }

        private Object called(String name, List<Object> operands) {
            Function own = functions.get(name);
            if (own == null) {
                return name.equals("float")
                        ? Double.valueOf(operands.getFirst().equals("nan") ? "NaN" : "Infinity")
                        : Matrices.called(name, operands);
            }
            Map<String, Object> inner = new HashMap<>(globals);
            for (int k = 0; k < own.operands.size(); k++) {
                inner.put(own.operands.get(k), operands.get(k));
            }
            return new Cursor(own.value, inner).all();
        }

        /// What stands between brackets, without the keys of named arguments.
        private List<Object> list(String close) {
            List<Object> all = new ArrayList<>();
            while (!take(close)) {
                if (tokens.get(at + 1).equals("=")) {
                    at += 2;
                }
                all.add(compared());
                take(",");
            }
            return all;
        }

        private Object behind(Object first) {
            Object value = first;
            while (true) {
                if (take("[")) {
                    value = part(value);
                } else if (take(".")) {
                    String name = next();
                    List<Object> operands = new ArrayList<>(List.of(value));
                    if (take("(")) {
                        operands.addAll(list(")"));
                    }
                    value = Matrices.called(name, operands);
                } else {
                    return value;
                }
            }
        }

        private Object part(Object of) {
            if (of instanceof List<?> list) {
                Object found = list.get(((Double) compared()).intValue());
                take("]");
                return found;
            }
            int[] rows = range(((double[][]) of).length);
            take(",");
            int[] cols = range(((double[][]) of)[0].length);
            take("]");
            return Matrices.part((double[][]) of, rows, cols);
        }

        private int[] range(int size) {
            int from = tokens.get(at).equals(":") ? 0 : ((Double) compared()).intValue();
            if (!take(":")) {
                return new int[] {from, from + 1};
            }
            boolean open = List.of(",", "]").contains(tokens.get(at));
            return new int[] {from, open ? size : ((Double) compared()).intValue()};
        }
    }
}
