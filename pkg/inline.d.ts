/**
 * Registers all elements from one file of about a megabyte that holds everything, the engine too: for a CMS that takes a
 * single file, for a page opened from disk (`file:`), for a page that is saved. A classic script as well as a module:
 *
 * ```html
 * <script src="inline.js"></script>
 * ```
 *
 * It exports nothing; the class is `customElements.get("indicator-chart")`. The figures of an `<indicator-monitor>` are no
 * part of it: they are fetched from beside the page, or from its `src`.
 */
import "./index.js";
