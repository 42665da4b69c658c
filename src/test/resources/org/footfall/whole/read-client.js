// Reads reports with the client for Node.js, as its documentation shows:
// node read-client.js ADDRESS PORT TOKEN QUESTIONS, where QUESTIONS is a JSON list.
// Prints a JSON list of {error, answer}.
'use strict';

const PiwikClient = require('piwik-client');

const [address, port, token, questions] = process.argv.slice(2);
const myClient = new PiwikClient(address, token);
// The client does not take the port from the address.
myClient.settings.apiport = Number(port);

const asked = JSON.parse(questions);
const answers = [];
asked.forEach((question, i) => {
  myClient.api(question, (error, answer) => {
    answers[i] = { error, answer };
    if (Object.keys(answers).length === asked.length) {
      console.log(JSON.stringify(answers));
    }
  });
});
