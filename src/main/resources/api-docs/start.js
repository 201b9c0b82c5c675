window.SwaggerUIBundle({
  url: '/api/openapi/bridgehall.yml',
  dom_id: '#api',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  // the validator of the page's makers is a third party
  validatorUrl: null
});
