package dev.backstep.ui;

import dev.backstep.layout.Programs;

/// A lesson of four stops: a question, a program, a moment in the graph, and one in the training.
final class FourStops {

    static final String LESSON =
            """
            # Two stops

            Read this first.

            ## Paths
            The leaf `x` reaches $L$ through $a = x^2$ and $b = 2xy$; `elsewhere` is no node.

            $$\\frac{\\partial L}{\\partial x} = 2x + 2y$$

            ```backstep step=5
            x = 1
            y = 4
            a = x^2
            b = 2*x*y
            loss L = a + b
            ```

            > ? dL/dx: What arrives at $x$?
            > Both paths add.

            ## Square
            Another program.
            ```backstep step=last
            u = 3
            L = u^2
            ```

            ## Trained
            ```backstep after=2 step=forward
            """
                    + Programs.XOR
                    + """
            ```

            ## Watched
            ```backstep view=train after=1:2
            ```
            """;

    private FourStops() {}
}
