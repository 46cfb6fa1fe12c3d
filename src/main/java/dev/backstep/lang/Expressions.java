package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.lang.BackstepParser.PostfixContext;
import dev.backstep.lang.BackstepParser.PowerContext;
import dev.backstep.lang.BackstepParser.ProductContext;
import dev.backstep.lang.BackstepParser.TermContext;
import dev.backstep.lang.BackstepParser.UnaryContext;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Turns the expressions of one statement into nodes of a graph.
final class Expressions {

    private final Scope scope;
    private final Calls calls;
    private final TokenPositions place;
    private final Graph.Builder builder;

    Expressions(Scope scope, Calls calls, TokenPositions place) {
        this.scope = scope;
        this.calls = calls;
        this.place = place;
        this.builder = scope.builder();
    }

    /// Appends the nodes of an expression; returns the id of its result.
    ///
    /// @throws ProblemException where it has no meaning
    int expression(ExpressionContext c) {
        List<TermContext> terms = c.term();
        int id = term(terms.getFirst());
        for (int i = 1; i < terms.size(); i++) {
            Binary op = c.getChild(2 * i - 1).getText().equals("+") ? Binary.ADD : Binary.SUB;
            id = elementwise(op, id, term(terms.get(i)), c, terms.get(i - 1), terms.get(i));
        }
        return id;
    }

    private int term(TermContext c) {
        List<ProductContext> products = c.product();
        int id = product(products.getFirst());
        for (int i = 1; i < products.size(); i++) {
            Binary op = c.getChild(2 * i - 1).getText().equals("/") ? Binary.DIV : Binary.MUL;
            id =
                    elementwise(
                            op,
                            id,
                            product(products.get(i)),
                            c,
                            products.get(i - 1),
                            products.get(i));
        }
        return id;
    }

    private int product(ProductContext c) {
        List<UnaryContext> factors = c.unary();
        int id = unary(factors.getFirst());
        for (int i = 1; i < factors.size(); i++) {
            int right = unary(factors.get(i));
            Shape a = builder.shape(id);
            Shape b = builder.shape(right);
            Span whole = place.of(c.getStart(), factors.get(i).getStop());
            if (a.cols() != b.rows()) {
                String left = place.words(factors.get(i - 1));
                throw new ProblemException(
                        whole,
                        Message.of("problem.inner")
                                .with("left", left)
                                .with("a", a.toString())
                                .with("right", place.words(factors.get(i)))
                                .with("b", b.toString())
                                .with("p", a.cols())
                                .with("q", b.rows()),
                        Message.of("hint.transpose"));
            }
            id = scope.counted(builder.add(new Op.MatMul(), id, right), whole);
        }
        return id;
    }

    private int unary(UnaryContext c) {
        if (c.power() != null) {
            return power(c.power());
        }
        int id =
                Literal.number(c, place)
                        .map(builder::constant)
                        .orElseGet(() -> builder.add(Op.Unary.NEG, unary(c.unary())));
        return scope.counted(id, place.of(c));
    }

    private int power(PowerContext c) {
        int base = postfix(c.postfix());
        if (c.unary() == null) {
            return base;
        }
        turned(c)
                .ifPresent(
                        problem -> {
                            throw new ProblemException(List.of(problem));
                        });
        Optional<Double> fixed = Literal.constant(c.unary(), place).filter(Double::isFinite);
        return fixed.isPresent()
                ? scope.counted(builder.add(new Op.Pow(fixed.get()), base), place.of(c))
                : elementwise(Binary.POW, base, unary(c.unary()), c, c.postfix(), c.unary());
    }

    /// What is wrong with `A^T` if there is no T.
    private Optional<Problem> turned(PowerContext c) {
        boolean turned = c.unary() != null && c.unary().getText().equals("T");
        if (!turned || scope.taken("T") || scope.isAssigned("T")) {
            return Optional.empty();
        }
        String instead = place.written(place.of(c.postfix())) + "'";
        return Optional.of(
                Hint.write(place.of(c), Message.of("problem.transposed"), instead).problem());
    }

    private int postfix(PostfixContext c) {
        int id = atom(c.atom());
        for (int i = 1; i < c.getChildCount(); i++) {
            Span written = place.of(c.getStart(), ((ParserRuleContext) c.getChild(0)).getStop());
            Op op =
                    switch (c.getChild(i)) {
                        case BackstepParser.SubscriptContext s ->
                                new Subscripts(place, place.words(written), builder.shape(id))
                                        .part(s);
                        case TerminalNode t when t.getSymbol().getType() == BackstepParser.RAISED ->
                                raised(t);
                        default -> new Op.Transpose();
                    };
            id = scope.counted(builder.add(op, id), place.of(c));
        }
        return id;
    }

    private static Op raised(ParseTree exponent) {
        return new Op.Pow(Double.parseDouble(exponent.getText()));
    }

    private int atom(BackstepParser.AtomContext c) {
        return switch (c) {
            case BackstepParser.NumberContext n ->
                    scope.counted(builder.constant(Literal.number(n, place)), place.of(n));
            case BackstepParser.VariableContext v -> scope.variable(v, place);
            case BackstepParser.GroupContext g -> expression(g.expression());
            case BackstepParser.MatrixContext m ->
                    Literal.isLiteral(m, place)
                            ? constant(Literal.matrix(m, place), m)
                            : new BlockMatrices(scope, place).block(m, this::expression);
            case BackstepParser.CallContext call -> call(call);
            default -> throw new IllegalStateException(c.toString());
        };
    }

    private int call(BackstepParser.CallContext call) {
        Calls.require(call, scope, place);
        if (scope.functions().find(call.NAME().getText()).isPresent()) {
            return new Lines(scope, calls).call(call, place);
        }
        if (call.NAME().getText().equals(Mlp.NAME)) {
            return new Mlp(scope, calls, place).layers(call, this::expression);
        }
        if (call.NAME().getText().equals(Gradients.NAME)) {
            return new Gradients(scope, place).gradient(call, this::expression);
        }
        if (FileMatrices.isFile(call)) {
            return constant(scope.files().of(call, place), call);
        }
        return Initialisers.known(call.NAME().getText())
                ? constant(Initialisers.of(call, place), call)
                : scope.counted(calls.call(call, place, this::expression), place.of(call));
    }

    private int constant(Literal literal, ParserRuleContext where) {
        scope.reserve(literal.shape(), place.of(where));
        return scope.counted(builder.constant(literal.value().get()), place.of(where));
    }

    private int elementwise(
            Binary op,
            int a,
            int b,
            ParserRuleContext whole,
            ParserRuleContext left,
            ParserRuleContext right) {
        Shape x = builder.shape(a);
        Shape y = builder.shape(b);
        Span at = place.of(whole.getStart(), right.getStop());
        if (x.broadcast(y).isEmpty()) {

            Span both = place.of(left.getStart(), right.getStop());
            Message said =
                    Message.of("problem.elementwise")
                            .with("left", place.words(left))
                            .with("a", x.toString())
                            .with("right", place.words(right))
                            .with("b", y.toString());
            if (op == Binary.MUL && x.cols() == y.rows()) {
                String product =
                        place.written(place.of(left)) + " @ " + place.written(place.of(right));
                throw new ProblemException(List.of(Hint.write(both, said, product).problem()));
            }
            throw new ProblemException(
                    both,
                    said,
                    x.transposed().equals(y) ? Message.of("hint.transpose") : Message.EMPTY);
        }
        return scope.counted(builder.broadcast(op, a, b), at);
    }

    /// All unknown names and functions in a tree that has no meaning: the first is seldom the only
    /// one.
    void unknown(ParseTree tree, List<Problem> found) {
        try {
            if (tree instanceof BackstepParser.VariableContext v) {
                scope.variable(v, place);
            } else if (tree instanceof BackstepParser.CallContext call) {
                Calls.require(call, scope, place);
            }
        } catch (ProblemException wrong) {
            found.addAll(wrong.problems());
        }
        if (tree instanceof PowerContext power && turned(power).isPresent()) {
            found.add(turned(power).get());
            unknown(power.postfix(), found);
            return;
        }
        if (tree instanceof BackstepParser.CallContext call
                && call.NAME().getText().equals(Mlp.NAME)) {
            if (call.arguments() != null) {
                unknown(call.arguments().argument(0), found);
            }
            return;
        }
        boolean axis = tree instanceof BackstepParser.CallContext call && Calls.hasAxis(call);
        for (int i = 0; i < tree.getChildCount() && found.size() < Language.MAX_PROBLEMS; i++) {
            if (axis && tree.getChild(i) instanceof BackstepParser.ArgumentsContext arguments) {
                unknown(arguments.argument(0), found);
            } else {
                unknown(tree.getChild(i), found);
            }
        }
    }
}
