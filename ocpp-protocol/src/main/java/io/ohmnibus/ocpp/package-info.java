/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The language of OCPP 2.1 and 2.0.1: versions, actions, use cases, errors and what every message
 * has in common.
 *
 * <p>Messages are records named as in the specification ({@code io.ohmnibus.ocpp.message}), their
 * parts are in {@code io.ohmnibus.ocpp.type}. One set of records, that of 2.1, serves both
 * versions: 2.1 only adds, and the annotations of {@code io.ohmnibus.ocpp.constraint} say what it
 * added. Nothing here knows Spring, Reactor or Kafka.
 */
@NullMarked
package io.ohmnibus.ocpp;

import org.jspecify.annotations.NullMarked;
