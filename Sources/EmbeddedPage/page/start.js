// Before the body is painted: without this the page is a plain table of statements with their sentences below.
document.documentElement.classList.add('js');
