package dev.backstep.graph;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// How much of a graph is drawn: a level, and the single groups that differ from it.
///
/// No number depends on it.
///
/// @param folded the names of groups that are one card, whatever the level says
/// @param opened the names of groups that are not, whatever the level says; none of [#folded]. The
///   numbers of a matrix are such a group, called by [#tensor]
public record Detail(Level level, Set<String> folded, Set<String> opened) {

    /// Everything as it is computed.
    public static final Detail OPERATIONS = of(Level.OPERATIONS);

    /// What a card stands for.
    public enum Level {
        /// a group: a section, a call, a layer; a line of the program outside of them
        LAYERS,
        /// a line of the program
        STATEMENTS,
        /// an operation
        OPERATIONS,
        /// a number: every matrix is opened, see [Unrolled]
        SCALARS;

        /// As commands and lessons have it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether a group is one card at this level.
        boolean folds(Group.Kind kind) {
            return switch (this) {
                case LAYERS -> true;
                case STATEMENTS ->
                        switch (kind) {
                            case STATEMENT, GRADIENT, TENSOR -> true;
                            case SECTION, CALL, LAYER -> false;
                        };
                case OPERATIONS -> kind == Group.Kind.GRADIENT || kind == Group.Kind.TENSOR;
                case SCALARS -> false;
            };
        }
    }

    public Detail {
        folded = Set.copyOf(folded);
        opened = Set.copyOf(opened);
    }

    /// A level, and no group that differs from it.
    public static Detail of(Level level) {
        return new Detail(level, Set.of(), Set.of());
    }

    /// What the group of the numbers of a matrix is called: `Z[:]`.
    ///
    /// @param name of the matrix
    public static String tensor(String name) {
        return name + "[:]";
    }

    /// The same with a group as one card.
    public Detail fold(String name) {
        return new Detail(level, with(folded, name), without(opened, name));
    }

    /// The same with a group opened.
    public Detail open(String name) {
        return new Detail(level, without(folded, name), with(opened, name));
    }

    /// Whether a group is one card, unless it lies in another that is.
    public boolean folds(Group group) {
        return !opened.contains(group.name())
                && (folded.contains(group.name()) || level.folds(group.kind()));
    }

    private static Set<String> with(Set<String> names, String name) {
        Set<String> more = new HashSet<>(names);
        more.add(name);
        return more;
    }

    private static Set<String> without(Set<String> names, String name) {
        Set<String> fewer = new HashSet<>(names);
        fewer.remove(name);
        return fewer;
    }
}
