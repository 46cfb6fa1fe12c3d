package dev.backstep.notation;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What each node is called on screen: its name, or a letter where the program gives it none.
///
/// A constant is called by its value, what is computed from literals alone by its expression, a
/// stretch like what it repeats. Free letters are dealt out in evaluation order, so that the same
/// program always has the same ones; e, l and o are left out: they read as Euler's number, 1 and 0.
public final class Labels {

    private static final String LETTERS = "abcdfghijkmnpqrstuvwxyz";

    private final List<String> plain;
    private final List<String> words;
    private final List<String> tex;
    private final Set<Integer> spelled;

    private Labels(List<String> plain, List<String> words, List<String> tex, Set<Integer> spelled) {
        this.spelled = Set.copyOf(spelled);
        this.plain = List.copyOf(plain);
        this.words = List.copyOf(words);
        this.tex = List.copyOf(tex);
    }

    public static Labels of(Graph graph) {
        boolean matrices = graph.nodes().stream().anyMatch(Labels::isOfMatrices);
        Set<String> taken = taken(graph);
        Set<String> looks = shown(graph, matrices);
        List<String> plain = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> tex = new ArrayList<>();
        Set<String> typeset = new HashSet<>();
        Map<Integer, SpelledNumber> computed = Literals.computed(graph);
        String letters = letters(graph);
        int dealt = 0;
        for (Node node : graph.nodes()) {
            if (node.name().isPresent()) {
                String name = node.name().get();
                String shown = Names.tex(name, matrices);
                boolean first = typeset.add(shown);
                plain.add(name);
                words.add(first ? Names.words(name, matrices) : name);
                tex.add(first ? shown : Names.upright(name));
            } else if (node.op() instanceof Op.Constant(var value)) {
                add(SpelledNumber.of(value), Numbers.DEFAULT.tex(value), plain, words, tex);
            } else if (computed.get(node.id()) instanceof SpelledNumber literal) {
                add(literal, literal.label(), plain, words, tex);
            } else if (node.isStretch()) {
                plain.add(plain.get(node.inputs().getFirst()));
                words.add(words.get(node.inputs().getFirst()));
                tex.add(tex.get(node.inputs().getFirst()));
            } else {
                while (taken.contains(letter(letters, dealt, false))
                        || looks.contains(letter(letters, dealt, true))) {
                    dealt++;
                }
                plain.add(letter(letters, dealt, false));
                words.add(Names.words(letter(letters, dealt, false), false));
                tex.add(letter(letters, dealt++, true));
            }
        }
        return new Labels(plain, words, tex, computed.keySet());
    }

    /// Whether a node is a matrix, or a number of one.
    private static boolean isOfMatrices(Node node) {
        return !node.shape().isScalar() || node.name().filter(Names::isCell).isPresent();
    }

    private static void add(
            SpelledNumber literal,
            String label,
            List<String> plain,
            List<String> words,
            List<String> tex) {
        plain.add(literal.words());
        words.add(literal.words());
        tex.add(label);
    }

    /// The names of the program, and what they begin with: beside a bias b1, a node called b would
    /// be taken for it.
    private static Set<String> taken(Graph graph) {
        Set<String> taken = new HashSet<>();
        graph.nodes()
                .forEach(
                        n ->
                                n.name()
                                        .map(Names::matrix)
                                        .ifPresent(
                                                name -> {
                                                    taken.add(name);
                                                    taken.add(name.replaceFirst("\\d+$", ""));
                                                }));
        graph.nodes().forEach(n -> n.name().ifPresent(taken::add));
        return taken;
    }

    /// How the names of the program are typeset: a letter dealt out must not look like `a_1`.
    private static Set<String> shown(Graph graph, boolean matrices) {
        Set<String> shown = new HashSet<>();
        graph.nodes()
                .forEach(n -> n.name().ifPresent(name -> shown.add(Names.tex(name, matrices))));
        return shown;
    }

    /// Whether a node is called by the expression of literals that computes it: `1/4`.
    public boolean isSpelledOut(int node) {
        return spelled.contains(node);
    }

    /// For sentences, as the cards have it: `W[1]`, `ŷ`, `a`.
    public String words(int node) {
        return words.get(node);
    }

    /// As in the program, for tables and files: `W1`, `yhat`, `a`.
    public String plain(int node) {
        return plain.get(node);
    }

    /// For a formula: `W^{[1]}`, `\hat{y}`, `a`.
    public String tex(int node) {
        return tex.get(node);
    }

    /// The letters to deal out: none that calls a matrix whose numbers have names, since `x1` would
    /// be taken for one of `x`; if there is no other, all.
    private static String letters(Graph graph) {
        Set<String> matrices = new HashSet<>();
        graph.nodes()
                .forEach(
                        n ->
                                n.name()
                                        .filter(Names::isCell)
                                        .ifPresent(c -> matrices.add(Names.matrix(c))));
        String free =
                LETTERS.chars()
                        .mapToObj(Character::toString)
                        .filter(letter -> !matrices.contains(letter))
                        .collect(Collectors.joining());
        return free.isEmpty() ? LETTERS : free;
    }

    /// a, b, …, z, a1, b1, …
    private static String letter(String letters, int k, boolean tex) {
        String letter = letters.substring(k % letters.length(), k % letters.length() + 1);
        int round = k / letters.length();
        return round == 0 ? letter : tex ? letter + "_{" + round + "}" : letter + round;
    }
}
