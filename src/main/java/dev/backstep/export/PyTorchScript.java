package dev.backstep.export;

import dev.backstep.data.Dataset;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.lang.Learning;
import dev.backstep.lang.Model;
import dev.backstep.lang.Schedule;
import dev.backstep.optim.Biases;
import dev.backstep.optim.Optimiser;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program as a script for PyTorch that runs by itself: the graph as a module, in doubles, with
/// the values that its leaves have, its data, and its training by the same steps in the same order.
///
/// Source: Paszke et al., *PyTorch: An Imperative Style, High-Performance Deep Learning Library*,
/// 2019.
public final class PyTorchScript {

    /// The most numbers that a script writes out.
    public static final int MOST_NUMBERS = 2_000_000;

    private final Model model;
    private final BatchSizes sizes;
    private final Python python = new Python(TorchFunctions.names());
    private final TorchForward forward;
    private final StringBuilder out = new StringBuilder();

    private PyTorchScript(Model model) {
        this.model = model;
        this.sizes = BatchSizes.of(model);
        this.forward = new TorchForward(sizes, python);
    }

    /// The script of a program.
    ///
    /// @throws Refusal if the program cannot be written for PyTorch
    public static String of(Model model) {
        model.mistake()
                .ifPresent(
                        m -> {
                            throw new Refusal(Message.of("pytorch.mistake").with("name", m.word()));
                        });
        PyTorchScript script = new PyTorchScript(model);
        script.requireBounded();
        return script.script();
    }

    private void requireBounded() {
        long numbers = model.leaves().values().stream().mapToLong(Tensor::size).sum();
        numbers += data().map(d -> numbers(d.train()) + numbers(d.test())).orElse(0L);
        if (numbers > MOST_NUMBERS) {
            throw new Refusal(
                    Message.of("pytorch.large").with("n", numbers).with("most", MOST_NUMBERS));
        }
    }

    private static long numbers(Dataset samples) {
        return (long) samples.samples() * (samples.features() + samples.outputs());
    }

    private String script() {
        List<String> lines = forward.lines();
        module(lines);
        out.append("net = Net().to(device)\nprogram = net\n");
        out.append("output = ").append(Python.quoted(output())).append("\n");
        data().ifPresent(this::samples);
        out.append("\n");
        report();
        schedule().ifPresent(this::training);
        String body = out.toString();
        return TorchFunctions.part("start")
                + "\n\n\n"
                + TorchFunctions.calledIn(body)
                + "\n\n\n"
                + body;
    }

    private void module(List<String> lines) {
        out.append("class Net(torch.nn.Module):\n    def __init__(self):\n");
        out.append("        super().__init__()\n");
        for (Node leaf : leaves()) {
            String value = Python.tensor(value(leaf));
            if (leaf.isLeafWithGradient()) {
                out.append("        self.").append(attribute(leaf));
                out.append(" = torch.nn.Parameter(").append(value).append(")\n");
            } else {
                out.append("        self.register_buffer(\"").append(attribute(leaf));
                out.append("\", ").append(value).append(")\n");
            }
        }
        out.append("\n    def forward(self").append(hasData() ? ", X, y" : "").append("):\n");
        out.append(hasData() ? "        n = X.shape[1]\n" : "");
        for (Node leaf : leaves()) {
            line(python.name(name(leaf)) + " = self." + attribute(leaf));
        }
        lines.forEach(this::line);
        line("return {");
        sizes.few()
                .names()
                .forEach(
                        (name, id) ->
                                line(
                                        "    "
                                                + Python.quoted(name)
                                                + ": "
                                                + forward.value(id)
                                                + ","));
        line("}");
        out.append("\n\n");
    }

    private void line(String line) {
        out.append("        ").append(line).append("\n");
    }

    /// The leaves that hold values of their own.
    private List<Node> leaves() {
        return sizes.few().graph().nodes().stream()
                .filter(n -> n.op() instanceof Op.Leaf(Op.Role role) && !isFromData(role))
                .toList();
    }

    private boolean isFromData(Op.Role role) {
        return role == Op.Role.DATA && hasData();
    }

    private String attribute(Node leaf) {
        return (leaf.isLeafWithGradient() ? "p_" : "c_") + python.name(name(leaf));
    }

    private static String name(Node leaf) {
        return leaf.name().orElseThrow();
    }

    private Tensor value(Node leaf) {
        return model.leaf(Optional.ofNullable(model.names().get(name(leaf))).orElseThrow());
    }

    /// The name of the differentiated node; if it has several, the one given last.
    private String output() {
        String last = "";
        for (Map.Entry<String, Integer> named : model.names().entrySet()) {
            last = named.getValue() == model.output() ? named.getKey() : last;
        }
        return last;
    }

    private Optional<Dataset.Split> data() {
        return model.learning().map(Learning::data).filter(d -> d != Dataset.Split.NONE);
    }

    private boolean hasData() {
        return data().isPresent();
    }

    private Optional<Schedule> schedule() {
        return model.learning().flatMap(Learning::schedule);
    }

    private void samples(Dataset.Split data) {
        Map<String, Tensor> all = new LinkedHashMap<>();
        all.put("train_X", data.train().x());
        all.put("train_y", data.train().y());
        boolean tests = data.test().samples() > 0;
        all.forEach((name, t) -> assign(name, Python.tensor(t)));
        assign("test_X", tests ? Python.tensor(data.test().x()) : "torch.zeros(0, 0)");
        assign("test_y", tests ? Python.tensor(data.test().y()) : "torch.zeros(0, 0)");
    }

    private void assign(String name, String value) {
        out.append(name).append(" = ").append(value).append("\n");
    }

    /// What `eval` shows: the first mini-batch of the first epoch.
    private void report() {
        String arguments = "";
        if (hasData()) {
            Tensor x = model.leaf(Optional.ofNullable(model.names().get("X")).orElseThrow());
            long seed = schedule().map(Schedule::seed).orElse(0L);
            assign("first", "shuffled(train_X.shape[1], " + seed + ", 0)[:" + x.cols() + "]");
            arguments = "train_X[:, first], train_y[:, first]";
        }
        out.append(TorchFunctions.part("report").replace("{ARGUMENTS}", arguments)).append("\n");
    }

    private void training(Schedule s) {
        List<String> weights = new ArrayList<>();
        List<String> biases = new ArrayList<>();
        for (Node leaf : leaves()) {
            if (leaf.isParameter()) {
                boolean bias = Biases.isBias(sizes.few().graph(), leaf.id());
                (bias ? biases : weights).add("net." + attribute(leaf));
            }
        }
        out.append("\n");
        assign("weights", "[" + String.join(", ", weights) + "]");
        assign("biases", "[" + String.join(", ", biases) + "]");
        assign("optimiser", optimiser(s.optimiser()));
        String part = TorchFunctions.part(hasData() ? "train" : "train-whole");
        String indent = hasData() ? "        " : "    ";
        out.append(
                        part.replace("{EPOCHS}", Integer.toString(s.epochs()))
                                .replace("{SEED}", Long.toString(s.seed()))
                                .replace("{BATCH}", Integer.toString(s.batch()))
                                .replace("{BEFORE}\n", before(s.optimiser(), indent)))
                .append("\n");
    }

    private static String optimiser(Optimiser optimiser) {
        String rate = Python.number(optimiser.rate());
        return switch (optimiser) {
            case Optimiser.Sgd sgd ->
                    "torch.optim.SGD(weights + biases, lr=%s, momentum=%s)"
                            .formatted(rate, Python.number(sgd.momentum()));
            case Optimiser.Adam adam ->
                    "torch.optim.Adam(weights + biases, %s)".formatted(moments(adam));
            case Optimiser.AdamW w ->
                    ("torch.optim.AdamW([{\"params\": weights, \"weight_decay\": %s},"
                                    + " {\"params\": biases, \"weight_decay\": 0.0}], %s)")
                            .formatted(Python.number(w.decay()), moments(w.adam()));
            case Optimiser.RmsProp rms ->
                    "torch.optim.RMSprop(weights + biases, lr=%s, alpha=%s, eps=%s)"
                            .formatted(rate, Python.number(rms.rho()), Python.number(rms.eps()));
        };
    }

    private static String moments(Optimiser.Adam adam) {
        return "lr=%s, betas=(%s, %s), eps=%s"
                .formatted(
                        Python.number(adam.rate()),
                        Python.number(adam.beta1()),
                        Python.number(adam.beta2()),
                        Python.number(adam.eps()));
    }

    /// What is done with the gradients before the step: those of parameters that the loss does not
    /// use are 0, then clipping, then the penalty, of what decay leaves of the weights.
    private static String before(Optimiser optimiser, String indent) {
        StringBuilder lines = new StringBuilder();
        lines.append(indent).append("fill(weights + biases)\n");
        if (optimiser.clip() > 0) {
            lines.append(indent).append("clip_gradients(weights + biases, ");
            lines.append(Python.number(optimiser.clip())).append(")\n");
        }
        if (optimiser.l2() != 0) {
            double left = optimiser instanceof Optimiser.AdamW w ? w.shrink() : 1;
            lines.append(indent).append("penalise(weights, ");
            lines.append(Python.number(optimiser.l2() * left)).append(")\n");
        }
        return lines.toString();
    }
}
