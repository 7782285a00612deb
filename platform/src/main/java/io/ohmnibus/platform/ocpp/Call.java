/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import java.time.Instant;

/**
 * Where and when a message entered the platform.
 *
 * @param messageId the OCPP-J message id, unique per station (Part 4, 4.1.4)
 * @param receivedAt the gateway's clock when the frame was complete
 * @param connectionId the socket it came through
 */
public record Call(String messageId, Instant receivedAt, String connectionId) {}
