package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.text.Message;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The functions whose bodies are being read, the innermost last, and what limits them.
final class Frames {

    /// The most nodes of a program that calls functions of its own.
    static final int MAX_NODES = 200_000;

    /// The same in words.
    static final String MOST_NODES = String.format(Locale.ROOT, "%,d", MAX_NODES);

    /// The deepest that the trees of nested calls may be together: they are read recursively.
    private static final int MAX_STACK = 4_000;

    private final Graph.Builder builder;
    private final Predicate<String> taken;
    private final Set<String> called = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private @Nullable Frame frame;
    private int calls;
    private boolean full;

    /// @param taken whether a name is that of a node somewhere in the program
    Frames(Graph.Builder builder, Predicate<String> taken) {
        this.builder = builder;
        this.taken = taken;
    }

    /// Enters a function whose body is checked.
    void check(Frame checked) {
        frame = checked;
    }

    /// Enters the body of a function that is written out for a call; tells whether the call stands
    /// in the program itself.
    ///
    /// @param depth that of the call in the tree of its line
    /// @throws ProblemException if that would be too much
    boolean enter(String name, Definition function, int[] operands, Span call, int depth) {
        Frame entered = Frame.call(frame, name, function.name(), call, depth);
        if (entered.depth() > MAX_STACK) {
            throw new ProblemException(
                    entered.call(), Message.of("problem.deep"), Message.of("hint.name.part"));
        }
        calls++;
        requireRoom(entered);
        boolean outermost = frame == null;
        frame = entered;
        for (int i = 0; i < operands.length; i++) {
            entered.nodes().put(function.operands().get(i), operands[i]);
        }
        return outermost;
    }

    void leave() {
        frame = Objects.requireNonNull(frame).outer();
    }

    /// The function whose body is checked; empty if none is.
    String checked() {
        return frame != null && frame.isCheck() ? frame.function() : "";
    }

    /// The operands and own names of the function at hand, so far.
    Map<String, Integer> names() {
        return frame == null ? Map.of() : frame.nodes();
    }

    /// Whether the function at hand gives this name to something further down.
    boolean isLater(String name) {
        return frame != null && frame.later().contains(name);
    }

    /// What an own name of the function at hand is told as: `h1.z`.
    String own(String name) {
        return Optional.ofNullable(frame).map(Frame::prefix).orElse("") + name;
    }

    void bind(String name, int id) {
        Objects.requireNonNull(frame).nodes().put(name, id);
    }

    /// What a call is named that no line is: `layer`, `layer_2`, …
    String freeCall(String function) {
        String base = own(function);
        String name = base;
        while (taken.test(name) || !called.add(name)) {
            name = base + "_" + numbers.merge(base, 2, (n, _) -> n + 1);
        }
        return name;
    }

    /// @throws ProblemException if the calls have added too many nodes; without words from the
    ///   second time on
    void requireRoom() {
        if (frame != null) {
            requireRoom(frame);
        }
    }

    private void requireRoom(Frame at) {
        if (full) {
            throw new ProblemException(List.of());
        }
        full = calls > MAX_NODES || builder.size() > MAX_NODES;
        if (full) {
            throw new ProblemException(
                    at.call(),
                    Message.of("problem.nodes").with("n", MOST_NODES),
                    Message.of("hint.fewer.calls"));
        }
    }
}
