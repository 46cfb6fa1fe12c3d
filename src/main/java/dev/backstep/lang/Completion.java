package dev.backstep.lang;

import dev.backstep.graph.Mistake;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What can be written at a place of a text: names in scope, functions of the program, functions of
/// the language. Reads no more of the text than the beginnings of its statements.
///
/// @param from where the word begins that is being written, up to the place asked about
/// @param proposals those that begin with that word; those in scope first
public record Completion(int from, List<Proposal> proposals) {

    /// Texts longer than this are not looked through.
    private static final int LONGEST = 100_000;

    /// What begins a statement, and the key of its meaning.
    private static final Map<String, String> WORDS =
            new TreeMap<>(
                    Map.of(
                            "param", "manual.param",
                            "const", "manual.const",
                            "loss", "manual.loss",
                            "set", "manual.set",
                            "data", "manual.data",
                            "train", "manual.train"));

    /// @param name what is written
    /// @param code how it is used: `layer(X, W, b)`
    /// @param meaning what it does, in a line
    /// @param isFunction whether brackets with operands follow
    public record Proposal(String name, String code, Message meaning, boolean isFunction) {}

    public Completion {
        proposals = List.copyOf(proposals);
    }

    /// @param at an offset in the text
    public static Completion at(String text, int at) {
        int from = at;
        while (from > 0 && Spelling.isInName(text.codePointBefore(from))) {
            from -= Character.charCount(text.codePointBefore(from));
        }
        Map<String, Proposal> all = new LinkedHashMap<>();
        List<Proposal> set = setting(text, from);
        if (!set.isEmpty()) {
            set.forEach(p -> all.put(p.name(), p));
            return begun(text, at, from, all);
        }
        if (text.length() <= LONGEST) {
            own(text, from).forEach(p -> all.putIfAbsent(p.name(), p));
        }
        language().forEach(p -> all.putIfAbsent(p.name(), p));
        return begun(text, at, from, all);
    }

    private static Completion begun(String text, int at, int from, Map<String, Proposal> all) {
        String word = Spelling.name(text.substring(from, at)).toLowerCase(Locale.ROOT);
        return new Completion(
                from,
                all.values().stream()
                        .filter(p -> p.name().toLowerCase(Locale.ROOT).startsWith(word))
                        .toList());
    }

    /// What can stand in a `set` line: a key, or behind `mistake =` a mistake; nothing elsewhere.
    private static List<Proposal> setting(String text, int from) {
        String line = text.substring(text.lastIndexOf('\n', from - 1) + 1, from).strip();
        if (line.equals("set")) {
            return Settings.KEYS.stream().map(k -> word(k, "manual." + k)).toList();
        }
        return line.matches("set\\s+" + Settings.MISTAKE + "\\s*=")
                ? Mistake.words().stream().map(m -> word(m, "manual.mistake." + m)).toList()
                : List.of();
    }

    private static Proposal word(String word, String key) {
        return new Proposal(word, word, Message.of(key), false);
    }

    /// What the program itself has above a place; inside a function also what that has.
    private static List<Proposal> own(String text, int at) {
        Statements cut = Statements.of(text);
        List<Proposal> own = new ArrayList<>();
        List<Proposal> inner = new ArrayList<>();
        for (Span statement : cut.spans()) {
            Optional<Statements.Body> body = cut.body(statement);
            if (body.isPresent() && statement.start() < at && at <= statement.end()) {
                inner.addAll(inside(text, body.get(), at));
            }
            if (statement.end() >= at) {
                continue;
            }
            if (body.isPresent()) {
                own.add(function(text, cut, statement, body.get()));
            } else if (Beginnings.firstWord(text, statement).equals("data")) {
                Language.DATA.forEach(n -> own.add(name(n, text, statement)));
            }
            Beginnings.assigned(text, statement).ifPresent(n -> own.add(name(n, text, statement)));
        }
        inner.addAll(own.reversed());
        return inner;
    }

    private static Proposal function(
            String text, Statements cut, Span statement, Statements.Body body) {
        String name = Beginnings.firstWord(text, statement);
        String head = text.substring(body.head().start(), body.head().end() - 1).strip();
        String beside = cut.note(statement);
        String note = beside.isEmpty() ? Blocks.note(text, body) : beside;
        return new Proposal(name, head, Message.verbatim(note), true);
    }

    private static List<Proposal> inside(String text, Statements.Body body, int at) {
        List<Proposal> inside = new ArrayList<>();
        String head = text.substring(body.head().start(), body.head().end());
        String operands = head.substring(head.indexOf('(') + 1, head.lastIndexOf(')'));
        if (body.isBlock()) {
            Statements.of(text, body.right()).spans().stream()
                    .filter(s -> s.end() < at)
                    .forEach(
                            s ->
                                    Beginnings.assigned(text, s)
                                            .ifPresent(n -> inside.add(name(n, text, s))));
        }
        for (String operand : operands.split(",")) {
            if (!operand.isBlank()) {
                String name = Spelling.name(operand.strip());
                inside.add(new Proposal(name, name, Message.verbatim(head.strip()), false));
            }
        }
        return inside;
    }

    private static Proposal name(String name, String text, Span statement) {
        String line = text.substring(statement.start(), statement.end()).strip();
        String first = line.lines().findFirst().orElse("");
        return new Proposal(name, name, Message.verbatim(Statements.shortened(first)), false);
    }

    private static List<Proposal> language() {
        List<Proposal> all = new ArrayList<>();
        for (String name : FunctionTable.names()) {
            Function f = FunctionTable.get(name);
            all.add(new Proposal(name, f.example(), f.explanation(), true));
        }
        Manual.of(Manual.Chapter.NETS)
                .forEach(e -> all.add(new Proposal(Mlp.NAME, e.code(), e.meaning(), true)));
        WORDS.forEach((w, key) -> all.add(word(w, key)));
        return all;
    }
}
