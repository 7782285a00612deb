/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Block;
import java.util.Locale;
import java.util.Set;

/** The services of the platform and the functional blocks each one owns (design, section 1). */
public enum Service {
    GATEWAY(),
    AUTH(Block.A, Block.C, Block.D, Block.M),
    TRANSACTION(Block.E, Block.F, Block.H, Block.J, Block.S),
    SMARTCHARGING(Block.K, Block.Q),
    TARIFF(Block.I),
    DER(Block.R),
    FIRMWARE(Block.L, Block.N),
    STATION(Block.B, Block.G, Block.O, Block.P);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
    private final Set<Block> blocks;

    Service(Block... blocks) {
        this.blocks = Set.of(blocks);
    }

    /** The name in topics, paths, schemas and configuration. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean owns(Action action) {
        return blocks.contains(action.block());
    }

    /** The service that answers, or sends, an action. */
    public static Service ofAction(Action action) {
        for (Service service : values()) {
            if (service.owns(action)) {
                return service;
            }
        }
        throw new IllegalStateException("No service owns " + action);
    }

    public static Service ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
