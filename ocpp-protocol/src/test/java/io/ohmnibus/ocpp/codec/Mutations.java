/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a message in one place without knowing its schema, so that nobody can say beforehand
 * whether it still is valid.
 */
final class Mutations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final BigDecimal MAX_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /** Changes the message, and says what was done. */
    String apply(ObjectNode message) {
        var containers = new ArrayList<JsonNode>();
        collect(message, containers);
        return switch (containers.get(random.nextInt(containers.size()))) {
            case ObjectNode object -> inObject(object);
            case ArrayNode list -> inList(list);
            default -> throw new IllegalStateException();
        };
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private String inObject(ObjectNode object) {
        if (object.isEmpty() || random.nextInt(12) == 0) {
            object.set("extra", other(JSON.nullNode()));
            return "added extra";
        }
        var names = List.copyOf(object.propertyNames());
        var name = names.get(random.nextInt(names.size()));
        if (random.nextInt(3) == 0) {
            object.remove(name);
            return "removed " + name;
        }
        object.set(name, changed(object.get(name)));
        return "changed " + name + " to " + object.get(name);
    }

    private String inList(ArrayNode list) {
        if (list.isEmpty() || random.nextInt(6) == 0) {
            list.removeAll();
            return "emptied a list";
        } else if (random.nextInt(4) == 0) {
            int copies = random.nextInt(25);
            for (int i = 0; i < copies; i++) {
                list.add(list.get(0).deepCopy());
            }
            return "added " + copies + " elements";
        }
        int index = random.nextInt(list.size());
        list.set(index, changed(list.get(index)));
        return "changed [" + index + "] to " + list.get(index);
    }

    private JsonNode changed(JsonNode value) {
        if (value.isString() && random.nextInt(2) == 0) {
            return JSON.stringNode(text(value.asString()));
        } else if (value.isNumber() && random.nextInt(2) == 0) {
            return number(value.decimalValue());
        }
        return other(value);
    }

    private String text(String text) {
        return switch (random.nextInt(5)) {
            case 0 -> text + "x";
            case 1 -> "";
            case 2 -> "y".repeat(random.nextInt(300));
            case 3 -> text.replaceAll("(Z|[+-]\\d\\d:\\d\\d)$", "");
            default -> text + "\u00e9";
        };
    }

    private JsonNode number(BigDecimal number) {
        return switch (random.nextInt(4)) {
            case 0 -> JSON.numberNode(number.negate().min(MAX_INT)); // integers have 32 bits
            case 1 -> JSON.numberNode(random.nextInt(-2, 110));
            case 2 -> JSON.numberNode(new BigDecimal("0.5"));
            default -> JSON.numberNode(new BigDecimal("3.0"));
        };
    }

    private JsonNode other(JsonNode value) {
        return switch (random.nextInt(7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.stringNode("1");
            case 2 -> JSON.booleanNode(random.nextBoolean());
            case 3 -> JSON.objectNode();
            case 4 -> JSON.arrayNode();
            case 5 -> JSON.arrayNode().add(value);
            default -> JSON.numberNode(random.nextInt(5));
        };
    }
}
