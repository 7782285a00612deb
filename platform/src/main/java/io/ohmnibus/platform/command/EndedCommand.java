/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.UUID;

/** A command and how it ended. */
public record EndedCommand(UUID id, StationKey station, Request<?> request, Outcome<?> outcome) {}
