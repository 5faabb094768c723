// Keys go to the reader from its first byte on, without a click.
new MutationObserver((_, observer) => {
  const keys = document.querySelector(".xterm-helper-textarea");
  if (keys && document.body.classList.contains("-first-byte")) {
    observer.disconnect();
    keys.focus();
  }
}).observe(document.documentElement, { attributes: true, childList: true, subtree: true });
