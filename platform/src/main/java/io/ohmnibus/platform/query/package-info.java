/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Questions one service asks another over Kafka, answered within a time limit. */
@NullMarked
package io.ohmnibus.platform.query;

import org.jspecify.annotations.NullMarked;
