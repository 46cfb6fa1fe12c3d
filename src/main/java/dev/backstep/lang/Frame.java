package dev.backstep.lang;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names inside a function: while its body is written out for a call, or while it is checked.
///
/// @param outer that of the function whose body holds the call; nothing at the outermost
/// @param prefix what stands before its own names: `h1.`
/// @param nodes its operands and its own names so far; of a function that is checked only the keys
///   mean something
/// @param later its own names that come further down
/// @param function its name
/// @param call the outermost call, in the program itself; of a function that is checked its
///   statement
/// @param depth how deep the stack of the reader is in parse trees
record Frame(
        @Nullable Frame outer,
        String prefix,
        Map<String, Integer> nodes,
        Set<String> later,
        String function,
        Span call,
        int depth,
        boolean isCheck) {

    /// That of a function whose body is checked.
    static Frame check(String function, Set<String> later, Span statement) {
        return new Frame(null, "", new HashMap<>(), later, function, statement, 0, true);
    }

    /// That of a call.
    static Frame call(@Nullable Frame outer, String name, String function, Span call, int depth) {
        return new Frame(
                outer,
                name + ".",
                new HashMap<>(),
                Set.of(),
                function,
                outer == null ? call : outer.call,
                depth + (outer == null ? 0 : outer.depth),
                false);
    }
}
