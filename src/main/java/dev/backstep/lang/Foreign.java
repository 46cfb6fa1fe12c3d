package dev.backstep.lang;

import dev.backstep.text.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Functions and constants that other languages have, in terms of this one.
final class Foreign {

    /// Name, blank, what it is here. `$1` is the first operand, in brackets if need be, `#1` the
    /// same without; `$*` are all.
    private static final String FUNCTIONS =
            """
            maximum max(#1, #2)
            fmax max(#1, #2)
            pmax max(#1, #2)
            minimum min(#1, #2)
            fmin min(#1, #2)
            pmin min(#1, #2)
            power $1^$2
            float_power $1^$2
            multiply $1 * $2
            mul $1 * $2
            times $1 * $2
            add $1 + $2
            plus $1 + $2
            subtract $1 - $2
            sub $1 - $2
            minus $1 - $2
            divide $1 / $2
            div $1 / $2
            rdivide $1 / $2
            true_divide $1 / $2
            matmul $1 @ $2
            mm $1 @ $2
            mv $1 @ $2
            bmm $1 @ $2
            mtimes $1 @ $2
            mmult $1 @ $2
            inner dot(#1, #2)
            vdot dot(#1, #2)
            sumproduct sum($1 * $2)
            negative -$1
            absolute abs(#1)
            fabs abs(#1)
            sqr square(#1)
            ln1p log(1 + #1)
            log1p log(1 + #1)
            expm1 exp(#1) - 1
            exp2 2^$1
            log2 log(#1) / log(2)
            log_2 log(#1) / log(2)
            ld log(#1) / log(2)
            lb log(#1) / log(2)
            log10 log(#1) / log(10)
            log_10 log(#1) / log(10)
            lg log(#1) / log(10)
            log_e log(#1)
            cbrt $1^(1/3)
            rsqrt 1 / sqrt(#1)
            reciprocal 1 / $1
            sec 1 / cos(#1)
            csc 1 / sin(#1)
            cot 1 / tan(#1)
            ctg 1 / tan(#1)
            tg tan(#1)
            sinh (exp(#1) - exp(-$1)) / 2
            cosh (exp(#1) + exp(-$1)) / 2
            sech 2 / (exp(#1) + exp(-$1))
            coth 1 / tanh(#1)
            th tanh(#1)
            hypot sqrt($1^2 + $2^2)
            sign step(#1) - step(-$1)
            sgn step(#1) - step(-$1)
            signum step(#1) - step(-$1)
            heaviside step(#1)
            logistic sigmoid(#1)
            expit sigmoid(#1)
            logit log($1 / (1 - $1))
            relu6 min(relu(#1), 6)
            swish silu(#1)
            hardtanh max(min(#1, 1), -1)
            logsigmoid -softplus(-$1)
            leakyrelu leaky_relu(#1)
            logsoftmax log_softmax(#1)
            clamp clip(#1, #2, #3)
            variance var(#1)
            stdev std(#1)
            amax max(#1)
            amin min(#1)
            detach stop(#1)
            gradient grad(#1, #2)
            derivative grad(#1, #2)
            trace sum(diag(#1))
            stop_gradient stop(#1)
            identity eye(#1)
            hstack [$*]
            diagonal diag(#1)
            average mean(#1)
            avg mean(#1)
            reduce_sum sum(#1)
            reduce_mean mean(#1)
            sumsq sum($1^2)
            load file(#1)
            loadtxt file(#1)
            genfromtxt file(#1)
            read_csv file(#1)
            mse mean(se(#1, #2))
            mse_loss mean(se(#1, #2))
            mseloss mean(se(#1, #2))
            mean_squared_error mean(se(#1, #2))
            l1_loss mean(abs($1 - $2))
            mae mean(abs($1 - $2))
            binary_cross_entropy mean(bce(#1, #2))
            bce_loss mean(bce(#1, #2))
            binary_cross_entropy_with_logits mean(bce_logits(#1, #2))
            bce_with_logits mean(bce_logits(#1, #2))
            cross_entropy mean(ce_logits(#1, #2))
            softmax_cross_entropy mean(ce_logits(#1, #2))
            zeros_like 0 * $1
            ones_like 0 * $1 + 1
            tr $1'
            t $1'
            swapaxes $1'
            permute $1'
            mat [$*]
            rand uniform($r, low=0, high=1)
            randn normal($r)
            random_normal normal($r)
            glorot_uniform xavier($r)
            xavier_uniform xavier($r)
            he_normal he($r)
            kaiming_normal he($r)
            pi pi
            atanh log((1 + #1) / (1 - $1)) / 2
            artanh log((1 + #1) / (1 - $1)) / 2
            asinh log(#1 + sqrt($1^2 + 1))
            arsinh log(#1 + sqrt($1^2 + 1))
            acosh log(#1 + sqrt($1^2 - 1))
            arcosh log(#1 + sqrt($1^2 - 1))
            """;

    /// Functions that make a matrix of what stands in their brackets.
    private static final Set<String> MATRICES =
            Set.of(
                    ("array asarray tensor as_tensor constant variable matrix vector vec c param "
                                    + "parameter ndarray float double int list tuple")
                            .split(" "));

    /// Names, ` = `, the key of what to do without such a function.
    private static final String WITHOUT =
            """
            linear dense = linear
            arctan arcsin arccos atan asin acos = inverse.trig
            floor ceil round = rounding
            inv = inverse
            det = determinant
            diff = gradient
            where ifelse if iif = condition
            linspace = linspace
            arange range seq = range
            concat concatenate cat vstack = concat
            dropout = dropout
            batchnorm = batchnorm
            """;

    private static final Map<String, Message> NONE = new HashMap<>();

    private static final Map<String, String> NAMES =
            Map.of("PI", "pi", "Pi", "pi", "E", "e", "tau", "2*pi", "True", "1", "False", "0");

    private static final Map<String, String> HERE = new HashMap<>();

    static {
        for (String line : FUNCTIONS.lines().toList()) {
            String[] row = line.split(" ", 2);
            HERE.put(row[0], row[1]);
        }
        for (String line : WITHOUT.lines().toList()) {
            String[] row = line.split(" = ", 2);
            List.of(row[0].split(" "))
                    .forEach(name -> NONE.put(name, Message.of("hint.without." + row[1])));
        }
        for (String name : FunctionTable.names()) {
            HERE.putIfAbsent(name.replace("_", ""), name + "($*)");
        }
    }

    private Foreign() {}

    /// What a constant of other languages is here.
    static Optional<String> constant(String name) {
        return Optional.ofNullable(NAMES.get(name));
    }

    /// What to do without a function that has no counterpart; nothing if nothing is known.
    static Optional<Message> without(String function) {
        return Optional.ofNullable(NONE.get(function.toLowerCase(Locale.ROOT)));
    }

    /// Whether a function of this language, or one that has a counterpart here.
    static boolean known(String function) {
        String name = function.toLowerCase(Locale.ROOT);
        return FunctionTable.find(function).isPresent()
                || HERE.containsKey(name)
                || MATRICES.contains(name)
                || NONE.containsKey(name);
    }

    /// What to write for a call of a function; nothing if no counterpart is known, or it takes
    /// other operands.
    ///
    /// @param given the operands as written, without their names
    static Optional<String> call(String function, List<String> given) {
        String name = function.toLowerCase(Locale.ROOT);
        if (FunctionTable.find(function).isPresent()) {
            return Optional.of(function + "(" + String.join(", ", shape(function, given)) + ")");
        }
        if (MATRICES.contains(name)) {
            return matrix(given);
        }
        String here = HERE.get(name);
        return here == null ? Optional.empty() : filled(here, given);
    }

    private static Optional<String> filled(String here, List<String> given) {
        String out =
                here.replace("$*", String.join(", ", given))
                        .replace("$r", String.join(", ", sizes(given)));
        for (int i = 0; i < given.size() && i < 3; i++) {
            String one = given.get(i);
            boolean whole = one.codePoints().allMatch(Spelling::isInName) || isCall(one);
            out = out.replace("$" + (i + 1), whole ? one : "(" + one + ")");
            out = out.replace("#" + (i + 1), one);
        }
        return out.contains("$") || out.contains("#") ? Optional.empty() : Optional.of(out);
    }

    private static boolean isCall(String one) {
        int first = one.indexOf('(');
        return first >= 0
                && one.indexOf(')') == one.length() - 1
                && one.lastIndexOf('(') == first
                && one.substring(0, first).codePoints().allMatch(Spelling::isInName);
    }

    private static List<String> shape(String function, List<String> given) {
        return Initialisers.known(function) ? sizes(given) : given;
    }

    /// Rows and columns: `(2, 3)` or `[2, 3]` in one, a length, or nothing for a number.
    private static List<String> sizes(List<String> given) {
        if (given.isEmpty()) {
            return List.of("1", "1");
        }
        String first = given.getFirst();
        if (given.size() > 1 || first.length() < 3) {
            return given.size() > 1 ? given : List.of(first, "1");
        }
        boolean pair = "([".indexOf(first.charAt(0)) >= 0;
        return pair
                ? List.of(first.substring(1, first.length() - 1).split(",\\s*"))
                : List.of(first, "1");
    }

    private static Optional<String> matrix(List<String> given) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String first = given.getFirst();
        boolean list = first.startsWith("[") || first.startsWith("(");
        return Optional.of(list ? rows(first) : "[" + String.join(", ", given) + "]");
    }

    /// `[[1, 2], [3, 4]]` as `[1, 2; 3, 4]`.
    static String rows(String nested) {
        String inner = nested.replaceAll("[\\[\\]()]", "").strip();
        String rows = nested.replaceAll("[\\])]\\s*,\\s*[\\[(]", ";");
        boolean deep = !rows.equals(nested);
        return deep
                ? "[" + rows.replaceAll("[\\[\\]()]", "").replace(";", "; ") + "]"
                : "[" + inner + "]";
    }
}
