package dev.backstep.ui.lesson;

import dev.backstep.graph.Node;
import dev.backstep.lang.Spelling;
import dev.backstep.notation.Labels;
import dev.backstep.session.ShownProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which nodes on screen a formula or a piece of code of a text speaks of.
final class MentionedNodes {

    /// One letter, a command, or a command with the word that it sets.
    private static final String ATOM =
            "\\\\(?:hat|bar|tilde|mathrm|mathbf|operatorname|text)\\s*(?:\\{[^{}]*}|[a-zA-Z])"
                    + "|\\\\[a-zA-Z]+|\\p{L}";

    private static final String SCRIPT = "\\s*([_^])\\s*(\\{[^{}]*}|\\\\[a-zA-Z]+|\\p{L}|\\d)";
    private static final Pattern NAME = Pattern.compile("(" + ATOM + ")((?:" + SCRIPT + ")*)");
    private static final Pattern ONE_SCRIPT = Pattern.compile(SCRIPT);
    private static final Pattern ACCENT = Pattern.compile("(\\\\[a-zA-Z]+)\\s*([a-zA-Z])");

    /// For each name, and for each name as TeX, the nodes on screen.
    private final Map<String, Set<Integer>> names = new HashMap<>();

    private final Map<String, Set<Integer>> labels = new HashMap<>();

    private MentionedNodes() {}

    static MentionedNodes of(ShownProgram shown) {
        MentionedNodes mentioned = new MentionedNodes();
        Labels tex = shown.walkthrough().labels();
        shown.model()
                .names()
                .forEach((name, node) -> add(mentioned.names, name, shown.shown(node)));
        for (Node node : shown.walkthrough().graph().nodes()) {
            node.name().ifPresent(n -> add(mentioned.names, n, List.of(node.id())));
            if (node.name().isPresent()) {
                add(mentioned.labels, plain(tex.tex(node.id())), List.of(node.id()));
            }
        }
        return mentioned;
    }

    private static void add(Map<String, Set<Integer>> to, String name, List<Integer> nodes) {
        to.computeIfAbsent(name, _ -> new HashSet<>()).addAll(nodes);
    }

    /// The nodes that code is about: that of its name.
    Set<Integer> code(String text) {
        return names.getOrDefault(Spelling.name(text.strip()), Set.of());
    }

    /// The nodes whose names stand in a formula.
    Set<Integer> tex(String formula) {
        Set<Integer> nodes = new HashSet<>();
        Matcher name = NAME.matcher(formula);
        while (name.find()) {
            for (String candidate : candidates(name.group(1), name.group(2))) {
                Set<Integer> found = labels.get(candidate);
                if (found != null) {
                    nodes.addAll(found);
                    break;
                }
            }
        }
        return nodes;
    }

    /// What a name with its scripts may be: with both, with one, without.
    private static List<String> candidates(String atom, String scripts) {
        String name = accent(atom);
        List<String> each = new ArrayList<>();
        Matcher script = ONE_SCRIPT.matcher(scripts);
        while (script.find() && each.size() < 2) {
            String inside = script.group(2).replaceAll("[{}]", "");
            each.add(script.group(1) + "{" + inside + "}");
        }
        List<String> candidates = new ArrayList<>();
        if (each.size() == 2) {
            candidates.add(plain(name + each.getFirst() + each.getLast()));
            candidates.add(plain(name + each.getLast() + each.getFirst()));
        }
        each.forEach(s -> candidates.add(plain(name + s)));
        candidates.add(plain(name));
        return candidates;
    }

    /// `\hat y` as `\hat{y}`.
    private static String accent(String atom) {
        Matcher accent = ACCENT.matcher(atom);
        return accent.matches() && atom.contains(" ")
                ? accent.group(1) + "{" + accent.group(2) + "}"
                : atom;
    }

    private static String plain(String tex) {
        return tex.replaceAll("\\s+", "");
    }
}
