package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static JsonNode json(String program, String... args) throws Exception {
        Ran ran = Ran.on(program, args);
        assertEquals("", ran.err());
        return new ObjectMapper().readTree(ran.out());
    }

    private static JsonNode step(JsonNode trace, String phase, String node) {
        for (JsonNode step : trace.get("steps")) {
            if (step.get("phase").asText().equals(phase)
                    && step.get("node").asText().equals(node)) {
                return step;
            }
        }
        throw new AssertionError("no step " + phase + " " + node);
    }

    @Test
    void doubles_read_back_bit_by_bit() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(x)) {
                JsonNode read = json("x = 1\nL = x", "eval", "-", "--json", "--set", "x=" + x);
                double back = read.get("values").get("x").doubleValue();
                assertEquals(
                        Double.doubleToRawLongBits(x),
                        Double.doubleToRawLongBits(back),
                        "seed 7, x = " + x);
            }
        }
    }

    /// log 0 = −∞, its gradient 1/0 = ∞, and 0·(−∞) is no number.
    @Test
    void what_json_has_no_number_for_is_a_string() throws Exception {
        JsonNode read = json("x = 0\na = log(x)\nb = a * x\nL = b + x", "eval", "-", "--json");
        assertEquals("-Infinity", read.get("values").get("a").textValue());
        assertEquals("NaN", read.get("values").get("b").textValue());
        JsonNode pole = json("x = 0\nL = log(x)", "eval", "-", "--json");
        assertEquals("Infinity", pole.get("gradients").get("x").textValue());
    }

    @Test
    void a_matrix_is_a_list_of_rows_and_a_constant_leaf_has_no_gradient() throws Exception {
        JsonNode read =
                json("A = [1, 2; 3, 4]\nconst B = [1, 1]\nL = sum(B @ A)", "eval", "-", "--json");
        assertEquals("[[1.0,2.0],[3.0,4.0]]", read.get("values").get("A").toString());
        assertEquals("[[1.0,1.0],[1.0,1.0]]", read.get("gradients").get("A").toString());
        assertTrue(read.get("values").has("B"));
        assertFalse(read.get("gradients").has("B"));
    }

    /// b is 2×1 and is repeated along the 3 columns of A: what arrives at b is the sum over them.
    @Test
    void a_repeated_operand_gets_its_gradient_summed_back_to_its_shape() throws Exception {
        JsonNode trace =
                json("A = ones(2, 3)\nb = [1; 2]\nz = A + b\nL = sum(z)", "trace", "-", "--json");
        JsonNode flow = step(trace, "backward", "z").get("flows").get(1);
        assertEquals("b", flow.get("to").textValue());
        assertEquals("[[1.0,1.0,1.0],[1.0,1.0,1.0]]", flow.get("upstream").toString());
        assertEquals("[[3.0],[3.0]]", flow.get("downstream").toString());
    }

    /// x = 3, y = −2: ∂z/∂x = y and ∂z/∂y = x, times the upstream 5.
    @Test
    void upstream_times_local_is_downstream() throws Exception {
        JsonNode trace = json("x = 3\ny = -2\nz = x * y\nL = 5 * z", "trace", "-", "--json");
        JsonNode flows = step(trace, "backward", "z").get("flows");
        assertEquals(5, flows.get(0).get("upstream").doubleValue());
        assertEquals(-2, flows.get(0).get("local").doubleValue());
        assertEquals(-10, flows.get(0).get("downstream").doubleValue());
        assertEquals(15, flows.get(1).get("downstream").doubleValue());
    }

    /// At equal inputs softmax is (½, ½) and its Jacobian diag(s) − s·sᵀ = [¼, −¼; −¼, ¼].
    @Test
    void softmax_has_its_whole_jacobian_as_local_gradient() throws Exception {
        JsonNode trace =
                json("x = [0; 0]\ns = softmax(x)\nL = dot(s, [1; 2])", "trace", "-", "--json");
        JsonNode local = step(trace, "backward", "s").get("flows").get(0).get("local");
        assertEquals(0.25, local.get(0).get(0).doubleValue(), 1e-15);
        assertEquals(-0.25, local.get(0).get(1).doubleValue(), 1e-15);
        assertEquals(0.25, local.get(1).get(1).doubleValue(), 1e-15);
    }

    @Test
    void by_edges_every_backward_step_has_one_flow() throws Exception {
        JsonNode trace = json("x = 3\ny = 2\nL = x * y", "trace", "-", "--json", "--edges");
        int backward = 0;
        for (JsonNode step : trace.get("steps")) {
            if (step.get("phase").textValue().equals("backward")) {
                assertEquals(1, step.get("flows").size());
                backward++;
            }
        }
        assertEquals(2, backward);
    }
}
