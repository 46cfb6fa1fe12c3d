package dev.backstep.train;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A state of a training as a line of text, to be kept: every number by its bits, so that it reads
/// back exactly, NaN too; in Base64.
public final class StateText {

    private static final int VERSION = 1;

    private StateText() {}

    public static String of(TrainingState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            out.writeInt(state.epoch());
            out.writeInt(state.batch());
            out.writeLong(state.steps());
            out.writeDouble(state.lossSum());
            out.writeDouble(state.loss());
            out.writeDouble(state.epochLoss());
            out.writeInt(state.parameters().size());
            for (Map.Entry<String, Tensor> parameter : state.parameters().entrySet()) {
                out.writeUTF(parameter.getKey());
                write(parameter.getValue(), out);
                List<Tensor> kept = state.remembered().getOrDefault(parameter.getKey(), List.of());
                out.writeInt(kept.size());
                for (Tensor tensor : kept) {
                    write(tensor, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array takes all
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void write(Tensor tensor, DataOutputStream out) throws IOException {
        out.writeInt(tensor.rows());
        out.writeInt(tensor.cols());
        for (int k = 0; k < tensor.size(); k++) {
            out.writeDouble(tensor.at(k));
        }
    }

    /// The state that a text holds; nothing if it holds none.
    public static Optional<TrainingState> parse(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            return in.readInt() == VERSION ? Optional.of(read(in)) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static TrainingState read(DataInputStream in) throws IOException {
        int epoch = in.readInt();
        int batch = in.readInt();
        long steps = in.readLong();
        double lossSum = in.readDouble();
        double loss = in.readDouble();
        double epochLoss = in.readDouble();
        Map<String, Tensor> parameters = new HashMap<>();
        Map<String, List<Tensor>> remembered = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            parameters.put(name, tensor(in));
            List<Tensor> kept = new ArrayList<>();
            for (int more = in.readInt(); more > 0; more--) {
                kept.add(tensor(in));
            }
            remembered.put(name, List.copyOf(kept));
        }
        return new TrainingState(
                epoch, batch, steps, lossSum, loss, epochLoss, parameters, remembered);
    }

    private static Tensor tensor(DataInputStream in) throws IOException {
        int rows = in.readInt();
        int cols = in.readInt();
        boolean there = rows > 0 && cols > 0 && (long) rows * cols <= in.available() / Double.BYTES;
        if (!there) {
            throw new IOException("no tensor");
        }
        double[] values = new double[rows * cols];
        for (int k = 0; k < values.length; k++) {
            values[k] = in.readDouble();
        }
        return Tensor.generate(new Shape(rows, cols), k -> values[k]);
    }
}
