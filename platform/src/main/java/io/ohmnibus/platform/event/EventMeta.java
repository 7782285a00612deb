/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.event;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;

/** What surrounds an event: its id, the station it is about, and when it was written. */
public record EventMeta(String id, StationKey station, Instant time) {}
