package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.CallContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.tree.ParseTree;

/// The call of `mlp` in a program written out as the statements it stands for.
///
/// There is at most one, since each adds `W1`.
final class MlpLayers {

    private final String text;
    private final CallContext call;
    private final TokenPositions place;

    private MlpLayers(String text, CallContext call, TokenPositions place) {
        this.text = text;
        this.call = call;
        this.place = place;
    }

    /// The call in a program without problems, if there is one.
    static Optional<MlpLayers> in(String text) {
        if (!text.contains(Mlp.NAME)) {
            return Optional.empty();
        }
        Syntax syntax = new Syntax(Set::of);
        return Statements.of(text).spans().stream()
                .filter(s -> text.substring(s.start(), s.end()).contains(Mlp.NAME))
                .map(s -> new TokenPositions(text, s))
                .flatMap(
                        place ->
                                syntax
                                        .tried(place)
                                        .flatMap(MlpLayers::call)
                                        .map(c -> new MlpLayers(text, c, place))
                                        .stream())
                .findFirst();
    }

    private static Optional<CallContext> call(ParseTree tree) {
        if (tree instanceof CallContext call && call.NAME().getText().equals(Mlp.NAME)) {
            return Optional.of(call);
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            Optional<CallContext> below = call(tree.getChild(i));
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    /// Where the call stands.
    Span span() {
        return place.of(call);
    }

    /// Where the line begins that its statement begins in.
    int lineStart() {
        return text.lastIndexOf('\n', place.whole().start() - 1) + 1;
    }

    /// The name of what it gives.
    String result() {
        return result(layers());
    }

    /// That of a layer: its activation, or if that is linear and the rest of the text has no use
    /// for its name, what it is applied to.
    private String result(int layer) {
        return (isLinear(layer) && !isMentioned("a" + layer) ? "Z" : "a") + layer;
    }

    private int layers() {
        return Literal.of(argument(1).expression(), place).orElseThrow().shape().cols();
    }

    /// The statements of all layers, a line each, after the comments that stand inside the call.
    ///
    /// @param literal the right side of a parameter
    List<String> lines(UnaryOperator<String> literal) {
        List<String> lines = new ArrayList<>(comments());
        String input = input();
        for (int l = 1; l <= layers(); l++) {
            lines.add("param W" + l + " = " + literal.apply("W" + l));
            lines.add("param b" + l + " = " + literal.apply("b" + l));
            lines.add("Z%s = W%s @ %s + b%s".formatted(l, l, input, l));
            input = result(l);
            if (input.startsWith("a")) {
                String z = "Z" + l;
                lines.add(input + " = " + (isLinear(l) ? z : activation(l) + "(" + z + ")"));
            }
        }
        return lines;
    }

    private String input() {
        String written = place.written(place.of(argument(0).expression()));
        ParseTree only = Literal.onlyChild(argument(0).expression());
        boolean name = only instanceof BackstepParser.VariableContext;
        return name ? written : "(" + written + ")";
    }

    private boolean isLinear(int layer) {
        return Mlp.isLinear(activation(layer));
    }

    private String activation(int layer) {
        return argument(layer == layers() ? 3 : 2).getText();
    }

    private ArgumentContext argument(int k) {
        return Arguments.list(call).get(k);
    }

    /// Whether the rest of the text may mean a name.
    private boolean isMentioned(String name) {
        String rest = text.substring(0, span().start()) + " " + text.substring(span().end());
        Pattern word = Pattern.compile("\\b" + name + "\\b", Pattern.UNICODE_CHARACTER_CLASS);
        return word.matcher(rest).find();
    }

    private List<String> comments() {
        return place.written(span())
                .lines()
                .filter(line -> line.indexOf('#') >= 0)
                .map(line -> line.substring(line.indexOf('#')))
                .toList();
    }
}
