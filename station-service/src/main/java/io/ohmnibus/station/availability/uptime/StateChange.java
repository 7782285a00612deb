/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import io.ohmnibus.station.topology.Place;
import java.time.Instant;

/** A place has a state from a time on, in the words of ConnectorStatus. */
record StateChange(Place place, String state, Instant at) {}
