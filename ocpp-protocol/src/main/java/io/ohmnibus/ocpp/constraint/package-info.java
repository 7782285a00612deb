/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * What a component of a message may hold, beyond its Java type, and where 2.0.1 differs from 2.1.
 *
 * <p>Presence is told by the type: a component is required unless it is {@code @Nullable}; {@link
 * RequiredIn} marks the few that only one version requires. On a list, {@link Items} bounds the
 * list itself, {@link Length} and {@link Range} its elements. What carries no version holds in
 * both.
 */
@NullMarked
package io.ohmnibus.ocpp.constraint;

import org.jspecify.annotations.NullMarked;
