/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.model;

import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.type.DataEnum;
import io.ohmnibus.ocpp.type.MutabilityEnum;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a usual AC station, read from {@code device-model.tsv}; made once per number of
 * EVSEs and connectors.
 */
final class StandardModel {

    private record Shape(int evses, int connectors) {}

    private static final int COLUMNS = 9;
    private static final Pattern INSTANCE = Pattern.compile("(\\w+)(?:\\[(\\w+)])?");
    private static final Map<Shape, Map<Key, Definition>> MADE = new ConcurrentHashMap<>();

    private StandardModel() {}

    static Map<Key, Definition> of(int evses, int connectors) {
        return MADE.computeIfAbsent(new Shape(evses, connectors), StandardModel::make);
    }

    private static Map<Key, Definition> make(Shape shape) {
        var made = new LinkedHashMap<Key, Definition>();
        for (var line : lines()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var cells = line.split("\t", -1);
            if (cells.length != COLUMNS && cells.length != COLUMNS + 1) {
                throw new IllegalStateException("device-model.tsv: wrong columns in: " + line);
            }
            for (var key : keys(cells, shape)) {
                made.put(key, definition(key, cells));
            }
        }
        return made;
    }

    private static List<Key> keys(String[] cells, Shape shape) {
        var keys = new ArrayList<Key>();
        var name = INSTANCE.matcher(cells[0]);
        if (!name.matches()) {
            throw new IllegalStateException("device-model.tsv: not a component: " + cells[0]);
        }
        var instance = name.group(2) == null ? "" : name.group(2);
        int evses = cells[0].equals("EVSE") || cells[0].startsWith("Connector") ? shape.evses : 0;
        int connectors = cells[0].startsWith("Connector") ? shape.connectors : 0;
        for (int evse = Math.min(1, evses); evse <= evses; evse++) {
            for (int connector = Math.min(1, connectors); connector <= connectors; connector++) {
                keys.add(new Key(name.group(1), instance, evse, connector, cells[1], cells[2]));
            }
        }
        return keys;
    }

    private static Definition definition(Key key, String[] cells) {
        return new Definition(
                key,
                named(DataEnum.values(), cells[3]),
                named(MutabilityEnum.values(), cells[4]),
                cells[5].isEmpty() ? null : cells[5],
                bound(cells[6], 0),
                bound(cells[6], 1),
                cells[7].isEmpty() ? List.of() : List.of(cells[7].split(",", -1)),
                cells[8],
                cells.length > COLUMNS && cells[COLUMNS].equals("reboot"));
    }

    private static @Nullable BigDecimal bound(String range, int index) {
        var ends = range.split("\\.\\.", -1);
        return index >= ends.length || ends[index].isEmpty() ? null : new BigDecimal(ends[index]);
    }

    private static <E extends WireEnum> E named(E[] all, String name) {
        return Arrays.stream(all).filter(e -> e.wireName().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> lines() {
        try (InputStream in = StandardModel.class.getResourceAsStream("device-model.tsv")) {
            if (in == null) {
                throw new IllegalStateException("device-model.tsv is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
