/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Pages of rows, straight from the database. */
@NullMarked
package io.ohmnibus.platform.web.paging;

import org.jspecify.annotations.NullMarked;
