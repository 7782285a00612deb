/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;

import io.ohmnibus.station.topology.Place;

/** Connectors that are free, for tests of what counts them. */
public final class FreeConnectors {

    private FreeConnectors() {}

    /** So many EVSEs with a free connector each. */
    public static ConnectorStates of(int evses) {
        FakeAvailabilityStates states = new FakeAvailabilityStates();
        for (int evse = 1; evse <= evses; evse++) {
            states.standing.put(
                    new Observed.Slot(KEY, new Place(evse, 1), Observation.Aspect.AVAILABILITY),
                    new AvailabilityStates.Standing("Available", NOW));
        }
        return new ConnectorStates(states);
    }
}
