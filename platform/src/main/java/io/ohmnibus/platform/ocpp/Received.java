/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import io.ohmnibus.ocpp.Message;

/** A message and where it comes from, for those who take many at a time. */
public record Received<M extends Message>(Station station, M message) {}
