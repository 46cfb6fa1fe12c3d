package dev.backstep.train;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.graph.Op.Unary;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// One loop of a program, with where it reads and where it writes.
sealed interface Instruction {

    /// Where it writes.
    View out();

    void run(Kernels kernels);

    record Product(View a, View b, @Nullable View bias, View out) implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.product(a, b, bias, out);
        }
    }

    record Apply(Unary op, DoubleUnaryOperator f, View x, View out) implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.apply(op, f, x, out);
        }
    }

    record Map(DoubleUnaryOperator f, View x, View out) implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.map(f, x, out);
        }
    }

    record Relu(View x, View out) implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.relu(x, out);
        }
    }

    record Combine(Binary op, DoubleBinaryOperator f, View x, View y, View out)
            implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.combine(op, f, x, y, out);
        }
    }

    record TanhSlope(View g, View a, View out) implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.tanhSlope(g, a, out);
        }
    }

    record SigmoidSlope(View g, View a, View out) implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.sigmoidSlope(g, a, out);
        }
    }

    record StepSlope(View g, Op.Step step, View x, View out) implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.stepSlope(g, step, x, out);
        }
    }

    record BceSlope(View g, View p, View y, View out) implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.bceSlope(g, p, y, out);
        }
    }

    record Sum(View x, double factor, View out) implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.sum(x, factor, out);
        }
    }

    record ByColumn(Columns op, View x, View out) implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.columns(op, x, out);
        }
    }

    record CrossEntropy(Columns op, View x, View y, View out) implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.crossEntropy(op, x, y, out);
        }
    }

    record Dot(View x, View y, View out) implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.dot(x, y, out);
        }
    }

    record Norm(View x, View out) implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.norm(x, out);
        }
    }

    record Copy(View x, View out) implements Instruction {
        @Override
        public void run(Kernels kernels) {
            kernels.copy(x, out);
        }
    }
}
